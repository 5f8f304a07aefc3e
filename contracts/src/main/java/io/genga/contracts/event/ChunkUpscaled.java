package io.genga.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.Fingerprint;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.id.WorkerId;
import io.genga.contracts.object.ObjectReference;
import java.util.Objects;

/**
 * A chunk's result is stored. The first such event for a chunk wins. Written by sr-worker.
 *
 * @param attempt under whose key the result lies; an earlier one's where {@code reused}
 * @param reused whether the result was found in the store, computed by an earlier attempt, perhaps for another job
 * @param timings of fetching, decoding, converting, inferring, encoding and storing
 * @param reuse of held drawings; null where every frame was computed, or none
 * @param pipeline of those stages that worked at the same time; null where nothing was computed
 * @param warmUpFrames around the chunk that the network was run on without a result; null where every frame stands alone, or none was computed
 */
public record ChunkUpscaled(
        TenantId tenant,
        JobId job,
        int chunk,
        Fingerprint fingerprint,
        AttemptId attempt,
        WorkerId worker,
        ObjectReference result,
        int frames,
        boolean reused,
        StageTimings timings,
        ReuseFigures reuse,
        @JsonInclude(JsonInclude.Include.NON_NULL) PipelineTimings pipeline,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer warmUpFrames)
        implements ChunkEvent {

    public ChunkUpscaled {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(timings, "timings");
    }

    /** By a network for which every frame stands alone. */
    public ChunkUpscaled(
            TenantId tenant,
            JobId job,
            int chunk,
            Fingerprint fingerprint,
            AttemptId attempt,
            WorkerId worker,
            ObjectReference result,
            int frames,
            boolean reused,
            StageTimings timings,
            ReuseFigures reuse,
            PipelineTimings pipeline) {
        this(tenant, job, chunk, fingerprint, attempt, worker, result, frames, reused, timings, reuse, pipeline, null);
    }
}
