package io.genga.worker;

import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.event.PipelineTimings;
import io.genga.upscaling.inference.InferenceSession;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** What this worker has done, for Prometheus. */
@ApplicationScoped
public class WorkerMetrics {

    private static final double MILLIS_A_SECOND = TimeUnit.SECONDS.toMillis(1);

    private final MeterRegistry meters;
    private final Counter upscaledFrames;
    private final Counter reusedFrames;
    private final Counter warmUpFrames;
    private final Counter pipelines;

    WorkerMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.upscaledFrames = Counter.builder("genga.frames.upscaled")
                .description("Frames that this worker has upscaled")
                .register(meters);
        this.reusedFrames = Counter.builder("genga.frames.reused")
                .description("Frames of chunks whose result lay in the store already")
                .register(meters);
        this.warmUpFrames = Counter.builder("genga.frames.warmup")
                .description("Frames before chunks that networks were run on only to remember them")
                .register(meters);
        this.pipelines = Counter.builder("genga.chunk.pipeline")
                .description(
                        "Time from the first to the last frame of chunks, in which their stages worked side by side")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Counts a chunk whose result is stored and announced. */
    void completed(ChunkUpscaled chunk) {
        (chunk.reused() ? reusedFrames : upscaledFrames).increment(chunk.frames());
        chunk.timings().millis().forEach((stage, millis) -> stage(stage).increment(millis / MILLIS_A_SECOND));
        if (chunk.warmUpFrames() != null) {
            warmUpFrames.increment(chunk.warmUpFrames());
        }
        if (chunk.pipeline() != null) {
            completed(chunk.pipeline());
        }
    }

    private void completed(PipelineTimings pipeline) {
        pipelines.increment(pipeline.wallMillis() / MILLIS_A_SECOND);
        pipeline.stages().forEach((stage, use) -> {
            waited(stage, "input").increment(use.waitedForInput() / MILLIS_A_SECOND);
            waited(stage, "room").increment(use.waitedForRoom() / MILLIS_A_SECOND);
        });
    }

    /** Counts, for as long as the process runs, the tiles that half precision spoils. */
    void watch(InferenceSession session) {
        FunctionCounter.builder("genga.tiles.recomputed", session, InferenceSession::recomputedTiles)
                .description("Tiles that half precision spoilt and that were computed again in single precision")
                .tag("network", session.manifest().name())
                .register(meters);
    }

    private Counter waited(String stage, String waitingFor) {
        return Counter.builder("genga.chunk.stage.waited")
                .description("Time that stages of chunks waited for the stage before (input) or after them (room)")
                .baseUnit("seconds")
                .tag("stage", stage)
                .tag("for", waitingFor)
                .register(meters);
    }

    private Counter stage(String name) {
        return Counter.builder("genga.chunk.stage")
                .description("Time spent on chunks, by stage")
                .baseUnit("seconds")
                .tag("stage", name)
                .register(meters);
    }
}
