package io.genga.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.id.WorkerId;
import io.genga.contracts.object.ObjectReference;
import java.util.Objects;

/**
 * The film is stitched, verified and published. Written by the assembler (stitch).
 *
 * @param output in the outbox
 * @param frames counted by decoding the published film
 * @param timings of fetching, stitching, verifying and publishing
 * @param verification null from older releases
 */
public record AssemblyCompleted(
        TenantId tenant,
        JobId job,
        AttemptId attempt,
        WorkerId worker,
        ObjectReference output,
        long frames,
        StageTimings timings,
        @JsonInclude(JsonInclude.Include.NON_NULL) VerificationReport verification)
        implements JobEvent {

    public AssemblyCompleted {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(timings, "timings");
    }

    /** Without a report. */
    public AssemblyCompleted(
            TenantId tenant,
            JobId job,
            AttemptId attempt,
            WorkerId worker,
            ObjectReference output,
            long frames,
            StageTimings timings) {
        this(tenant, job, attempt, worker, output, frames, timings, null);
    }
}
