package io.genga.worker;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.media.convert.ColourConverter;
import io.genga.media.decode.ChunkDecoder;
import io.genga.media.encode.ChunkEncoder;
import io.genga.runtime.work.StageClock;
import io.genga.upscaling.colour.ColourMatch;
import io.genga.upscaling.inference.SequenceUpscaler;
import io.genga.upscaling.inference.Upscaler;
import io.genga.worker.pipeline.FramePipeline;
import io.genga.worker.pipeline.PipelineResult;
import io.genga.worker.pipeline.Stage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Takes every frame of one chunk from packets to packets: decode, convert, infer, convert and encode, all at the same time. */
final class ChunkPipeline {

    private static final String DECODE = "decode";
    private static final String INFER = "infer";
    private static final String ENCODE = "encode";

    /** Between two stages. More made no chunk faster in docs/results/pipeline.md, and a frame of 3840x2160 with 16 bits takes 50 MB. */
    private static final int WAITING_FRAMES = 1;

    private final Plan plan;
    private final PlannedChunk chunk;
    private final FramePool frames;
    private final StageClock clock;
    private long done;

    ChunkPipeline(Plan plan, PlannedChunk chunk, FramePool frames, StageClock clock) {
        this.plan = plan;
        this.chunk = chunk;
        this.frames = frames;
        this.clock = clock;
    }

    /**
     * @param upscaler stays open
     * @param frameDone told after every frame how many are done
     * @param mustStop asked after every frame
     * @return false where it was stopped before the end; then {@code encoded} is of no use
     */
    boolean run(Path packets, Path encoded, Upscaler upscaler, LongConsumer frameDone, BooleanSupplier mustStop) {
        try (ChunkDecoder decoder = clock.time(DECODE, () -> ChunkDecoder.open(packets, plan, chunk, frames))) {
            Inference inference = remember -> new Stage.Step(INFER, rgb -> {
                remember.accept(rgb);
                return upscaler.upscale(rgb);
            });
            return run(new Stage.Source(DECODE, decoder::next), inference, encoded, frameDone, mustStop);
        }
    }

    /**
     * As above, with a network that sees several frames.
     *
     * @param decoder of the chunk's frames and of those around it; stays open
     * @param upscaler stays open
     */
    boolean run(
            SequenceDecoder decoder,
            Path encoded,
            SequenceUpscaler upscaler,
            LongConsumer frameDone,
            BooleanSupplier mustStop) {
        Inference inference = remember -> new Stage.Sequence(INFER, new SequenceInference(upscaler, rgb -> {
            if (rgb.pts() >= chunk.firstPts() && rgb.pts() <= chunk.lastPts()) {
                remember.accept(rgb);
            }
        }));
        return run(new Stage.Source(DECODE, decoder::next), inference, encoded, frameDone, mustStop);
    }

    /** The stage that makes frames larger. */
    private interface Inference {

        /** @param remember is to be shown each frame that will have a result */
        Stage.Between stage(Consumer<Frame> remember);
    }

    private boolean run(
            Stage.Source source, Inference inference, Path encoded, LongConsumer frameDone, BooleanSupplier mustStop) {
        try (ColourConverter converter = ColourConverter.forChunk(plan, frames);
                ChunkEncoder encoder = clock.time(ENCODE, () -> ChunkEncoder.open(plan, encoded))) {
            Predicate<Frame> encode = frame -> {
                encoder.encode(frame);
                frameDone.accept(++done);
                return !mustStop.getAsBoolean();
            };
            PipelineResult result = new FramePipeline(
                            source,
                            steps(converter, inference),
                            new Stage.Sink(ENCODE, encode, encoder::finish),
                            WAITING_FRAMES)
                    .run();
            clock.add(result.timings());
            return result.complete();
        }
    }

    private List<Stage.Between> steps(ColourConverter converter, Inference inference) {
        Stage.Step toRgb = new Stage.Step("to-rgb", converter::toRgb);
        Stage.Step fromRgb = new Stage.Step("from-rgb", converter::toYuv);
        if (!plan.network().matchesColours()) {
            return List.of(toRgb, inference.stage(rgb -> {}), fromRgb);
        }
        ColourMatch colours = new ColourMatch(plan.network().scale());
        UnaryOperator<Frame> match = larger -> {
            colours.match(larger);
            return larger;
        };
        return List.of(toRgb, inference.stage(colours::remember), new Stage.Step("colour-match", match), fromRgb);
    }
}
