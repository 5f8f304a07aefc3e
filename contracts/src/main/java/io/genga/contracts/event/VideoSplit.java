package io.genga.contracts.event;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import java.util.Objects;

/**
 * The plan is stored; the chunks follow, each as soon as it is cut. Written by frame-extractor.
 *
 * @param chunks that the plan lists
 * @param frames that the film will have
 * @param timings of reading, probing and planning
 */
public record VideoSplit(
        TenantId tenant, JobId job, ObjectReference plan, int chunks, long frames, StageTimings timings)
        implements JobEvent {

    public VideoSplit {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(timings, "timings");
    }
}
