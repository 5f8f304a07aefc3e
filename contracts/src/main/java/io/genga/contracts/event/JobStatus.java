package io.genga.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.ProfileReference;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How far a job is: the latest of these on the compacted topic is what users are told. Written by the assembler (decide) alone.
 *
 * @param name what people call the video
 * @param model name of the network; of several that run one after another, all names, with commas between
 * @param framesTotal null until the video is split
 * @param framesDone frames of finished chunks, and those that running attempts have reported
 * @param chunksTotal null until the video is split
 * @param chunksReused of {@code chunksDone}, those whose result had been computed before
 * @param losses what was allowed to be left out or converted, and is: one phrase each
 * @param output set once REMASTERED
 * @param reason set once FAILED
 * @param rejected whether the video itself was refused
 * @param timings summed over all chunks, so that parallel work exceeds the clock
 * @param reuse of held drawings, over all chunks that were computed for this job; null where there was none
 * @param verification of the film that the job made, whether it was published or not; null before
 * @param pipeline of the stages of those chunks that worked at the same time; null where there was none
 * @param notes sentences for people on what was found in the video and done about it
 * @param profile that the settings came from; null where none was named
 * @param warmUpFrames that networks which remember were run on around chunks, over all chunks that were computed for this job; null where
 *     there was no such network
 * @param networks that make the film, in the order in which they are run; empty until the video is split
 * @param picture what is done to pictures besides the network; null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobStatus(
        TenantId tenant,
        JobId job,
        JobState state,
        String name,
        String model,
        Long framesTotal,
        long framesDone,
        Integer chunksTotal,
        int chunksDone,
        int chunksReused,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> losses,
        ObjectReference output,
        String reason,
        boolean rejected,
        JobId retryOf,
        Instant acceptedAt,
        Instant updatedAt,
        StageTimings timings,
        ReuseFigures reuse,
        VerificationReport verification,
        PipelineTimings pipeline,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes,
        ProfileReference profile,
        Long warmUpFrames,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UsedNetwork> networks,
        PictureSettings picture)
        implements JobEvent {

    public JobStatus {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(model, "model");
        losses = losses == null ? List.of() : List.copyOf(losses);
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        Objects.requireNonNull(updatedAt, "updatedAt");
        Objects.requireNonNull(timings, "timings");
        notes = notes == null ? List.of() : List.copyOf(notes);
        networks = networks == null ? List.of() : List.copyOf(networks);
    }

    /** Before anything was computed for it and made into a film. */
    public JobStatus(
            TenantId tenant,
            JobId job,
            JobState state,
            String name,
            String model,
            Long framesTotal,
            long framesDone,
            Integer chunksTotal,
            int chunksDone,
            int chunksReused,
            List<String> losses,
            ObjectReference output,
            String reason,
            boolean rejected,
            JobId retryOf,
            Instant acceptedAt,
            Instant updatedAt,
            StageTimings timings,
            ReuseFigures reuse,
            ProfileReference profile,
            PictureSettings picture) {
        this(
                tenant,
                job,
                state,
                name,
                model,
                framesTotal,
                framesDone,
                chunksTotal,
                chunksDone,
                chunksReused,
                losses,
                output,
                reason,
                rejected,
                retryOf,
                acceptedAt,
                updatedAt,
                timings,
                reuse,
                null,
                null,
                List.of(),
                profile,
                null,
                List.of(),
                picture);
    }
}
