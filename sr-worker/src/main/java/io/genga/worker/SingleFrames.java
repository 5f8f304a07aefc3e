package io.genga.worker;

import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.object.ComputedShares;
import io.genga.upscaling.inference.InferenceSession;
import java.util.List;
import java.util.Optional;

/** Computes a chunk with networks for which every frame stands alone. */
final class SingleFrames {

    private SingleFrames() {}

    /**
     * @param sessions of the plan's networks, in the order in which they run
     * @return empty where it was stopped
     */
    static Optional<InferenceFigures> upscale(ChunkInProgress chunk, List<InferenceSession> sessions) {
        List<ReuseAttempts> attempts = chunk.plan().network().chain().stream()
                .map(network -> new ReuseAttempts(network.reuse()))
                .toList();
        List<ReuseFigures> reuseOfEach;
        ReuseFigures reuse;
        ComputedShares computed;
        do {
            try (ChainUpscaler upscaler = ChainUpscaler.open(chunk, sessions, attempts)) {
                boolean complete = chunk.pipeline()
                        .run(chunk.packets(), chunk.encoded(), upscaler, chunk.frameDone(), chunk.mustStop());
                if (!complete) {
                    return Optional.empty();
                }
                reuseOfEach = upscaler.reuseOfEach();
                reuse = upscaler.reuse();
                computed = upscaler.shares();
            }
        } while (mustRepeat(chunk.request(), attempts, reuseOfEach));
        return Optional.of(new InferenceFigures(reuse, computed, null));
    }

    /** Every network is judged by its own promise; where one broke it, that one is stricter the next time. */
    private static boolean mustRepeat(
            ChunkRequested request, List<ReuseAttempts> attempts, List<ReuseFigures> reuseOfEach) {
        boolean repeat = false;
        for (int i = 0; i < attempts.size(); i++) {
            repeat |= attempts.get(i).mustRepeat(request.job(), request.chunk(), reuseOfEach.get(i));
        }
        return repeat;
    }
}
