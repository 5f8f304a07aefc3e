package io.genga.contracts.event;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import java.time.Instant;
import java.util.Objects;

/**
 * The end of a job that succeeded. Written once, by the assembler (decide) alone.
 */
public record VideoRemastered(TenantId tenant, JobId job, ObjectReference output, long frames, Instant endedAt)
        implements JobEvent {

    public VideoRemastered {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(endedAt, "endedAt");
    }
}
