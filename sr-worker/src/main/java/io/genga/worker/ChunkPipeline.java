package io.genga.worker;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.media.convert.ColourConverter;
import io.genga.media.decode.ChunkDecoder;
import io.genga.media.encode.ChunkEncoder;
import io.genga.runtime.work.StageClock;
import io.genga.upscaling.inference.Upscaler;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Takes every frame of one chunk from packets to packets: decode, convert, infer, convert, encode. */
final class ChunkPipeline {

    private final Plan plan;
    private final PlannedChunk chunk;
    private final FramePool frames;
    private final StageClock clock;

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
        try (ChunkDecoder decoder = clock.time("decode", () -> ChunkDecoder.open(packets, plan, chunk, frames));
                ColourConverter converter = ColourConverter.forChunk(plan, frames);
                ChunkEncoder encoder = clock.time("encode", () -> ChunkEncoder.open(plan, encoded))) {
            long done = 0;
            Optional<Frame> next = clock.time("decode", decoder::next);
            while (next.isPresent()) {
                remaster(next.get(), converter, upscaler, encoder);
                frameDone.accept(++done);
                if (mustStop.getAsBoolean()) {
                    return false;
                }
                next = clock.time("decode", decoder::next);
            }
            clock.time("encode", encoder::finish);
            return true;
        }
    }

    private void remaster(Frame source, ColourConverter converter, Upscaler upscaler, ChunkEncoder encoder) {
        try (source;
                Frame rgb = clock.time("convert", () -> converter.toRgb(source));
                Frame larger = clock.time("infer", () -> upscaler.upscale(rgb));
                Frame result = clock.time("convert", () -> converter.toYuv(larger))) {
            clock.timeRun("encode", () -> encoder.encode(result));
        }
    }
}
