package io.genga.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.id.WorkerId;
import java.util.Objects;

/**
 * An attempt to assemble the film came to nothing. Written by the assembler (stitch).
 *
 * @param reason one sentence
 * @param verification set where the film was made, but must not be published; else null
 */
public record AssemblyFailed(
        TenantId tenant,
        JobId job,
        AttemptId attempt,
        WorkerId worker,
        FailureKind kind,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) VerificationReport verification)
        implements JobEvent {

    public AssemblyFailed {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
    }

    /** Before there was a film to verify. */
    public AssemblyFailed(
            TenantId tenant, JobId job, AttemptId attempt, WorkerId worker, FailureKind kind, String reason) {
        this(tenant, job, attempt, worker, kind, reason, null);
    }
}
