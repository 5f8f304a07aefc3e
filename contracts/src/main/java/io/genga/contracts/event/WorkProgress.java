package io.genga.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.id.WorkerId;
import java.util.Objects;

/**
 * A sign of life. STARTED is sent before any native code runs: the clock of the work runs from there.
 *
 * @param chunk null unless the stage is CHUNK
 * @param framesDone by this attempt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkProgress(
        TenantId tenant,
        JobId job,
        Stage stage,
        Integer chunk,
        AttemptId attempt,
        WorkerId worker,
        Phase phase,
        long framesDone)
        implements JobEvent {

    public WorkProgress {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(phase, "phase");
    }

    /** What is worked on. */
    public enum Stage {
        SPLIT,
        CHUNK,
        ASSEMBLY
    }

    /** Whether the work begins or goes on. */
    public enum Phase {
        STARTED,
        HEARTBEAT
    }
}
