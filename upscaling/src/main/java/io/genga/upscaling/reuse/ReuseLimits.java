package io.genga.upscaling.reuse;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.request.DrawingReuse;
import java.util.Optional;

/**
 * What a reuse of drawings promises, and how it sets out to keep it.
 *
 * @param psnr least, against the network run on every frame, in decibels
 * @param tolerance to begin with
 */
public record ReuseLimits(double psnr, Tolerance tolerance) {

    /**
     * Of a single tile of 16 pixels: what it may lack to the 38 dB of the 64×64 pixels around it, if nothing else is wrong with
     * them.
     */
    private static final double WORST_TILE_PSNR = 30;

    /** In decibels, left for what the samples do not show. */
    private static final double MARGIN = 0.5;

    /** Standard deviation of the samples' squared errors, in means (docs/results/reuse.md). */
    private static final double SPREAD = 1.6;

    private static final double PEAK = 255;
    private static final double FAITHFUL_PSNR = 48;
    private static final double FAST_PSNR = 44;

    /** Empty for settings that tolerate no difference. */
    public static Optional<ReuseLimits> toleratedBy(DrawingReuse reuse) {
        return switch (reuse) {
            case OFF, EXACT -> Optional.empty();
            case FAITHFUL, FAST -> Optional.of(of(reuse));
        };
    }

    /**
     * Measured on a real clip (docs/results/reuse.md), against every frame computed.
     *
     * @throws IllegalArgumentException for settings that have no tolerance
     */
    public static ReuseLimits of(DrawingReuse reuse) {
        return switch (reuse) {
            case FAITHFUL ->
                new ReuseLimits(FAITHFUL_PSNR, new Tolerance(3, 2.2, meanSquare(FAITHFUL_PSNR, Amplification.ASSUMED)));
            case FAST -> new ReuseLimits(FAST_PSNR, new Tolerance(5, 4, meanSquare(FAST_PSNR, Amplification.ASSUMED)));
            case OFF, EXACT -> throw new IllegalArgumentException("'" + reuse + "' tolerates no difference");
        };
    }

    /** Of the source, that leaves so many decibels after a network. */
    private static double meanSquare(double psnr, double amplification) {
        return squaredError(psnr + MARGIN) / amplification;
    }

    private static double squaredError(double decibels) {
        return PEAK * PEAK / Math.pow(10, decibels / 10);
    }

    /**
     * Whether the samples that were computed again leave it possible that the promise was kept: a chunk begun again costs all of it twice, and that their
     * mean is as far off as its standard error is nothing unusual. No sample alone may be too bad.
     */
    public boolean keptBy(ReuseFigures figures) {
        if (figures.samples() == 0) {
            return true;
        }
        double mean = figures.squaredErrors() / figures.samples() * figures.keptPixels() / figures.framePixels();
        double standardError = SPREAD * mean / Math.sqrt(figures.samples());
        Double worst = figures.worstTilePsnr();
        return mean - standardError <= squaredError(psnr) && (worst == null || worst >= WORST_TILE_PSNR);
    }

    /**
     * What is tolerated with a network that is known by now: less, where it makes differences larger than was assumed. As the mean counts all pixels so far, what was
     * tolerated too much before is made up for.
     */
    public Tolerance tolerance(Amplification network) {
        return tolerance.withMeanSquare(Math.min(tolerance.meanSquare(), meanSquare(psnr, network.factor())));
    }

    /** The same promise, pursued more strictly. */
    public ReuseLimits tightened() {
        return new ReuseLimits(psnr, tolerance.tightened());
    }
}
