package io.genga.standalone.film;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.media.convert.ColourConverter;
import io.genga.media.decode.ChunkDecoder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Decodes and converts a chunk as workers do. */
public final class ChunkFrames {

    private ChunkFrames() {}

    /**
     * @param packets of the chunk
     * @param sink is given every frame in order, as it was decoded and as networks see it, which stay its caller's; says whether to go on
     * @throws io.genga.media.decode.MediaCorruptException where the chunk cannot be decoded to its end
     */
    public static void of(
            Path packets, Plan plan, PlannedChunk chunk, FramePool frames, BiPredicate<Frame, Frame> sink) {
        try (ChunkDecoder decoder = ChunkDecoder.open(packets, plan, chunk, frames);
                ColourConverter converter = ColourConverter.forChunk(plan, frames)) {
            boolean goOn = true;
            for (Optional<Frame> next = decoder.next();
                    next.isPresent();
                    next = goOn ? decoder.next() : Optional.empty()) {
                try (Frame source = next.get();
                        Frame rgb = converter.toRgb(source)) {
                    goOn = sink.test(source, rgb);
                }
            }
        }
    }
}
