package io.genga.worker;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.object.ComputedShares;
import io.genga.frames.Frame;
import io.genga.upscaling.inference.Upscaler;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** Notes on what share of each frame's pixels the network is run. Not thread-safe. */
final class ShareRecorder implements Upscaler {

    private final Upscaler upscaler;
    private final Supplier<ReuseFigures> reuse;
    private final DoubleStream.Builder shares = DoubleStream.builder();
    private ReuseFigures before = ReuseFigures.NONE;

    /**
     * @param upscaler closed by this one
     * @param reuse of drawings so far; null where every frame is computed
     */
    ShareRecorder(Upscaler upscaler, Supplier<ReuseFigures> reuse) {
        this.upscaler = upscaler;
        this.reuse = reuse;
    }

    @Override
    public Frame upscale(Frame rgb) {
        Frame larger = upscaler.upscale(rgb);
        shares.add(shareOfLastFrame());
        return larger;
    }

    /** Of all frames; to be called once, after the last one. */
    ComputedShares shares() {
        double[] ofFrames = shares.build().toArray();
        return reuse.get() == null
                ? ComputedShares.of(ofFrames)
                : ComputedShares.of(ofFrames, reuse.get().inferencePixelShare());
    }

    private double shareOfLastFrame() {
        ReuseFigures now = reuse.get();
        if (now == null) {
            return 1;
        }
        long computed = now.inferencePixels() - before.inferencePixels();
        long kept = now.keptPixels() - before.keptPixels();
        long pixels = now.framePixels() - before.framePixels();
        before = now;
        return kept == pixels ? 0 : (double) computed / pixels;
    }

    @Override
    public void close() {
        upscaler.close();
    }
}
