package io.genga.contracts.event;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import java.time.Instant;
import java.util.Objects;

/**
 * The end of a job that failed or was rejected. Written once, by the assembler (decide) alone.
 *
 * @param rejected whether the video itself was refused, so that a retry would be refused too
 * @param reason one sentence: what is wrong, where, and what to do
 */
public record VideoFailed(TenantId tenant, JobId job, boolean rejected, String reason, Instant endedAt)
        implements JobEvent {

    public VideoFailed {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(endedAt, "endedAt");
    }
}
