package io.genga.worker;

import io.genga.contracts.object.ComputedShares;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.inference.TemporalUpscaler;
import java.util.List;
import java.util.Optional;

/** Computes a chunk with a network that sees several frames, some of them in other chunks. */
final class SequenceOfFrames {

    private SequenceOfFrames() {}

    /**
     * @param warmUp frames before the chunk that the network is run on
     * @param others where the packets of other chunks come from
     * @return empty where it was stopped
     * @throws ChunkNotStoredException where another chunk is not there yet
     */
    static Optional<InferenceFigures> upscale(
            ChunkInProgress chunk, InferenceSession session, int warmUp, SurroundingChunks others) {
        SurroundingFrames surroundings = SurroundingFrames.of(
                chunk.plan(), chunk.chunk(), session.manifest().temporal(), warmUp);
        List<ChunkPackets> packets =
                chunk.clock().time("fetch", () -> others.fetch(surroundings.chunks(), chunk.packets()));
        try (SequenceDecoder decoder = new SequenceDecoder(
                        chunk.plan(), packets, surroundings.firstSeen(), surroundings.lastSeen(), chunk.frames());
                TemporalUpscaler upscaler = new TemporalUpscaler(
                        session, chunk.plan().network().tiles(), surroundings.range(), chunk.frames())) {
            boolean complete =
                    chunk.pipeline().run(decoder, chunk.encoded(), upscaler, chunk.frameDone(), chunk.mustStop());
            ComputedShares computed = ComputedShares.whole(chunk.request().frames());
            return complete
                    ? Optional.of(new InferenceFigures(null, computed, upscaler.warmUpFrames()))
                    : Optional.empty();
        }
    }
}
