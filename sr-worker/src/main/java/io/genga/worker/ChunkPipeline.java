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
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** Takes every frame of one chunk from packets to packets: decode, convert, infer, convert and encode, and what the plan does to pictures in between, all at the same time. */
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
            if (chunk.keeps(rgb.pts())) {
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
                PictureSteps pictures = PictureSteps.open(plan, chunk, converter.rgbLayout(), frames);
                ChunkEncoder encoder = clock.time(ENCODE, () -> ChunkEncoder.open(plan, encoded))) {
            Predicate<Frame> encode = frame -> {
                encoder.encode(frame);
                frameDone.accept(++done);
                return !mustStop.getAsBoolean();
            };
            PipelineResult result = new FramePipeline(
                            source,
                            steps(converter, pictures, inference),
                            new Stage.Sink(ENCODE, encode, encoder::finish),
                            WAITING_FRAMES)
                    .run();
            clock.add(result.timings());
            return result.complete();
        }
    }

    private List<Stage.Between> steps(ColourConverter converter, PictureSteps pictures, Inference inference) {
        List<Stage.Between> steps = new ArrayList<>();
        steps.add(new Stage.Step("to-rgb", converter::toRgb));
        steps.addAll(pictures.beforeNetwork());
        if (plan.network().matchesColours()) {
            ColourMatch colours = new ColourMatch(plan.network().totalScale());
            steps.add(inference.stage(colours::remember));
            steps.add(new Stage.Step("colour-match", larger -> {
                colours.match(larger);
                return larger;
            }));
        } else {
            steps.add(inference.stage(rgb -> {}));
        }
        steps.addAll(pictures.afterNetwork());
        steps.add(new Stage.Step("from-rgb", converter::toYuv));
        return steps;
    }
}
