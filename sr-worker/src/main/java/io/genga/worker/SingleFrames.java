package io.genga.worker;

import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.object.ComputedShares;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.upscaling.inference.InferenceSession;
import java.util.Optional;

/** Computes a chunk with a network for which every frame stands alone. */
final class SingleFrames {

    private SingleFrames() {}

    /** @return empty where it was stopped */
    static Optional<InferenceFigures> upscale(ChunkInProgress chunk, InferenceSession session) {
        PlannedNetwork network = chunk.plan().network();
        ChunkRequested request = chunk.request();
        ReuseAttempts attempts = new ReuseAttempts(network.reuse());
        ReuseFigures reuse;
        ComputedShares computed;
        do {
            try (ChunkUpscaler upscaler =
                    ChunkUpscaler.open(session, network, chunk.chunk(), attempts.limits(), chunk.frames())) {
                boolean complete = chunk.pipeline()
                        .run(
                                chunk.packets(),
                                chunk.encoded(),
                                upscaler.upscaler(),
                                chunk.frameDone(),
                                chunk.mustStop());
                if (!complete) {
                    return Optional.empty();
                }
                reuse = upscaler.reuse().get();
                computed = upscaler.shares().get();
            }
        } while (attempts.mustRepeat(request.job(), request.chunk(), reuse));
        return Optional.of(new InferenceFigures(reuse, computed, null));
    }
}
