package io.genga.worker;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.frames.FramePool;
import io.genga.upscaling.inference.ExactlyReusingUpscaler;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.inference.ReusingUpscaler;
import io.genga.upscaling.inference.TiledUpscaler;
import io.genga.upscaling.inference.Upscaler;
import io.genga.upscaling.reuse.ReuseLimits;
import io.genga.upscaling.reuse.SelfCheck;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The upscaler of one network in one attempt at a chunk, and what it can tell afterwards.
 *
 * @param reuse of drawings so far; null where every frame is computed
 */
public record ChunkUpscaler(Upscaler upscaler, Supplier<ReuseFigures> reuse) implements AutoCloseable {

    /**
     * @param limits where the plan's reuse has a tolerance
     * @return closed by the caller, before the session
     */
    public static ChunkUpscaler open(
            InferenceSession session,
            PlannedNetwork network,
            PlannedChunk chunk,
            Optional<ReuseLimits> limits,
            FramePool frames) {
        if (limits.isPresent()) {
            long seed = SelfCheck.seedOf(chunk.fingerprint());
            ReusingUpscaler reusing = new ReusingUpscaler(session, network.tiles(), frames, limits.get(), seed);
            return new ChunkUpscaler(reusing, reusing::figures);
        }
        return switch (network.reuse()) {
            case OFF -> new ChunkUpscaler(new TiledUpscaler(session, network.tiles(), frames), () -> null);
            case EXACT, FAITHFUL, FAST -> exact(new ExactlyReusingUpscaler(session, network.tiles(), frames));
        };
    }

    private static ChunkUpscaler exact(ExactlyReusingUpscaler upscaler) {
        return new ChunkUpscaler(upscaler, upscaler::figures);
    }

    @Override
    public void close() {
        upscaler.close();
    }
}
