package io.genga.contracts.event;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import java.time.Instant;
import java.util.Objects;

/**
 * The end of a job that somebody cancelled. Written once, by the assembler (decide) alone.
 */
public record VideoCancelled(TenantId tenant, JobId job, Instant endedAt) implements JobEvent {

    public VideoCancelled {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(endedAt, "endedAt");
    }
}
