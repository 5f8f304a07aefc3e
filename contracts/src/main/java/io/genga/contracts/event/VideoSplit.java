package io.genga.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * The plan is stored; the chunks follow, each as soon as it is cut. Written by frame-extractor.
 *
 * @param chunks that the plan lists
 * @param frames that the film will have
 * @param losses what the film will not have as the video has it, one phrase each
 * @param timings of reading, probing and planning
 * @param notes sentences for people on what was found in the video and done about it
 * @param networks that make the film, in the order in which they are run; events of older releases lack them
 */
public record VideoSplit(
        TenantId tenant,
        JobId job,
        ObjectReference plan,
        int chunks,
        long frames,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> losses,
        StageTimings timings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UsedNetwork> networks)
        implements JobEvent {

    public VideoSplit {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(plan, "plan");
        losses = losses == null ? List.of() : List.copyOf(losses);
        Objects.requireNonNull(timings, "timings");
        notes = notes == null ? List.of() : List.copyOf(notes);
        networks = networks == null ? List.of() : List.copyOf(networks);
    }

    /** With nothing to note, and nothing said of networks. */
    public VideoSplit(
            TenantId tenant,
            JobId job,
            ObjectReference plan,
            int chunks,
            long frames,
            List<String> losses,
            StageTimings timings) {
        this(tenant, job, plan, chunks, frames, losses, timings, List.of(), List.of());
    }
}
