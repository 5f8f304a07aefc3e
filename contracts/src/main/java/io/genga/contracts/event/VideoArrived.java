package io.genga.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.SourceObject;
import io.genga.contracts.request.RemasterRequest;
import java.time.Instant;
import java.util.Objects;

/**
 * A video was accepted: from here on the job exists. Written by ingest-service.
 *
 * @param name what people call the video; never part of a key
 * @param retryOf the job of which this is another try; null for a first one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VideoArrived(
        TenantId tenant,
        JobId job,
        String name,
        SourceObject source,
        RemasterRequest request,
        Instant acceptedAt,
        JobId retryOf)
        implements JobEvent {

    public VideoArrived {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
    }
}
