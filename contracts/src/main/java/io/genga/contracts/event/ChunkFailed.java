package io.genga.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.Fingerprint;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.id.WorkerId;
import java.time.Duration;
import java.util.Objects;

/**
 * An attempt at a chunk came to nothing. Written by sr-worker.
 *
 * @param reason one sentence
 * @param retryAfter how long to wait before the chunk is asked for again; null for at once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChunkFailed(
        TenantId tenant,
        JobId job,
        int chunk,
        Fingerprint fingerprint,
        AttemptId attempt,
        WorkerId worker,
        FailureKind kind,
        String reason,
        Duration retryAfter)
        implements ChunkEvent {

    public ChunkFailed {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
    }
}
