package io.genga.contracts.event;

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
 */
public record AssemblyCompleted(
        TenantId tenant,
        JobId job,
        AttemptId attempt,
        WorkerId worker,
        ObjectReference output,
        long frames,
        StageTimings timings)
        implements JobEvent {

    public AssemblyCompleted {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(timings, "timings");
    }
}
