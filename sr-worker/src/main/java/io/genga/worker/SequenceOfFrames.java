package io.genga.worker;

import io.genga.contracts.object.ComputedShares;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.inference.SequenceUpscaler;
import java.util.List;
import java.util.Optional;

/** Computes a chunk with a network that sees several frames, some of them in other chunks. */
final class SequenceOfFrames {

    private SequenceOfFrames() {}

    /**
     * @param warmUp frames before the chunk that the network is run on, and as many after it where it goes both ways
     * @param others where the packets of other chunks come from
     * @return empty where it was stopped
     * @throws ChunkNotStoredException where another chunk is not there yet
     */
    static Optional<InferenceFigures> upscale(
            ChunkInProgress chunk, InferenceSession session, int warmUp, SurroundingChunks others) {
        NetworkManifest manifest = session.manifest();
        SurroundingFrames surroundings = SurroundingFrames.of(
                chunk.plan(), chunk.chunk(), manifest.temporal(), warmUp, manifest.leadOut(warmUp));
        List<ChunkPackets> packets =
                chunk.clock().time("fetch", () -> others.fetch(surroundings.chunks(), chunk.packets()));
        try (SequenceDecoder decoder = new SequenceDecoder(
                        chunk.plan(), packets, surroundings.firstSeen(), surroundings.lastSeen(), chunk.frames());
                SequenceUpscaler upscaler = SequenceUpscaler.open(
                        session, chunk.plan().network().tiles(), surroundings.range(), warmUp, chunk.frames())) {
            boolean complete =
                    chunk.pipeline().run(decoder, chunk.encoded(), upscaler, chunk.frameDone(), chunk.mustStop());
            ComputedShares computed = ComputedShares.whole(chunk.request().frames());
            return complete
                    ? Optional.of(new InferenceFigures(null, computed, upscaler.warmUpFrames()))
                    : Optional.empty();
        }
    }
}
