package io.genga.contracts.event;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import java.util.Objects;

/**
 * The video cannot be remastered, and no repetition would change that. Written by frame-extractor.
 *
 * @param reason one sentence for the video's owner: what is wrong, where, and what to do
 */
public record VideoRejected(TenantId tenant, JobId job, String reason) implements JobEvent {

    public VideoRejected {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(reason, "reason");
    }
}
