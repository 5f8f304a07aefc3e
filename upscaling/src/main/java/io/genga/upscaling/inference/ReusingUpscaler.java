package io.genga.upscaling.inference;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.upscaling.reuse.ChangeDetection;
import io.genga.upscaling.reuse.ChangeMap;
import io.genga.upscaling.reuse.ChangedRegions;
import io.genga.upscaling.reuse.FrameCopy;
import io.genga.upscaling.reuse.PartError;
import io.genga.upscaling.reuse.ReuseLimits;
import io.genga.upscaling.reuse.SelfCheck;
import io.genga.upscaling.tile.Rectangle;
import java.util.List;
import java.util.Optional;

/**
 * Runs a network where a picture has changed, and keeps the rest of the result: what is held in a film is computed once. Begins anew with
 * each chunk. For networks of single frames, whose result at a pixel depends on the pixels around it alone.
 */
public final class ReusingUpscaler implements Upscaler {

    /** In pixels; 8 cost most in halos, 32 in what changes beside what moves. */
    private static final int TILE_SIDE = 16;

    /**
     * Against the whole picture realesr-animevideov3, which sees 18 pixels far, gives 55 dB with 8 pixels, 61 dB with 10, 70 dB with
     * 14 and 98 dB with 18. What sees farther is deeper, and loses more at once.
     */
    private static final int HALO_OF_SMALL_NETWORKS = 10;

    private static final int RADIUS_OF_SMALL_NETWORKS = 18;

    /** Fewer say little of a film, and what a stricter rule brings shows only after as many again. */
    private static final int SAMPLES_BETWEEN_TIGHTENINGS = 8;

    /** Where more than this share would be computed in regions, whole tiles cost less. */
    private static final double MOST_SHARE = 0.8;

    private final FramePool frames;
    private final TiledUpscaler whole;
    private final InferenceSession session;
    private final PlannedTiles tiles;
    private final SelfCheck selfCheck;
    private ReuseLimits limits;
    private int samplesAtTightening;
    private ReuseFigures figures = ReuseFigures.NONE;
    private ChangeDetection detection;
    private RegionInference regions;
    private Frame keptSource;
    private Frame keptResult;

    /**
     * @param session stays open, and must until this upscaler is closed
     * @param seed of the choice of samples for the self-check: the same seed and frames give the same result
     */
    public ReusingUpscaler(
            InferenceSession session, PlannedTiles tiles, FramePool frames, ReuseLimits limits, long seed) {
        this.session = session;
        this.tiles = tiles;
        this.frames = frames;
        this.limits = limits;
        this.whole = new TiledUpscaler(session, tiles, frames);
        this.selfCheck = new SelfCheck(seed);
    }

    /** Of all frames so far. */
    public ReuseFigures figures() {
        return figures;
    }

    @Override
    public Frame upscale(Frame rgb) {
        if (keptSource == null) {
            return computeFirst(rgb);
        }
        ChangeMap changes = detection.compare(rgb, keptSource, limits.tolerance());
        List<Rectangle> changed = ChangedRegions.of(changes, regions.halo());
        long pixels = changed.stream().mapToLong(regions::pixels).sum();
        if (pixels > MOST_SHARE * area(rgb.format())) {
            return computeWhole(rgb);
        }
        long inferred = 0;
        for (Rectangle region : changed) {
            inferred += regions.run(rgb, region, keptResult);
            FrameCopy.part(rgb, region, keptSource);
        }
        long kept =
                area(rgb.format()) - changed.stream().mapToLong(Rectangle::area).sum();
        figures = figures.plus(frame(area(rgb.format()), inferred, kept));
        check(rgb, changes);
        return FrameCopy.of(keptResult, rgb, frames);
    }

    private Frame computeFirst(Frame rgb) {
        detection = new ChangeDetection(rgb.format(), TILE_SIDE);
        int radius = session.manifest().receptiveFieldRadius();
        int halo = radius > RADIUS_OF_SMALL_NETWORKS ? radius : Math.min(HALO_OF_SMALL_NETWORKS, radius);
        regions = new RegionInference(session, rgb.format(), tiles, whole.tensors(), halo);
        Frame larger = whole.upscale(rgb);
        keptSource = FrameCopy.of(rgb, rgb, frames);
        keptResult = FrameCopy.of(larger, rgb, frames);
        figures = figures.plus(frame(area(rgb.format()), whole.pixels(rgb.format()), 0));
        return larger;
    }

    private Frame computeWhole(Frame rgb) {
        Frame larger = whole.upscale(rgb);
        FrameCopy.all(rgb, keptSource);
        FrameCopy.all(larger, keptResult);
        figures = figures.plus(frame(area(rgb.format()), whole.pixels(rgb.format()), 0));
        return larger;
    }

    /** Computes a kept tile again now and then. What comes of it is better than what was kept, so it stays. */
    private void check(Frame rgb, ChangeMap changes) {
        Optional<Rectangle> sample = selfCheck.choose(changes, figures, regions::pixels);
        if (sample.isEmpty()) {
            return;
        }
        Rectangle enlarged = sample.get().times(session.manifest().scale());
        try (Frame before = FrameCopy.of(keptResult, rgb, frames)) {
            long inferred = regions.run(rgb, sample.get(), keptResult);
            FrameCopy.part(rgb, sample.get(), keptSource);
            double error = PartError.squared(before, keptResult, enlarged);
            figures = figures.plus(new ReuseFigures(0, inferred, 0, 1, error, error));
        }
        tightenInTime();
    }

    /** A promise that is about to break is kept at less cost now than by beginning the chunk again. */
    private void tightenInTime() {
        if (figures.samples() - samplesAtTightening >= SAMPLES_BETWEEN_TIGHTENINGS && limits.nearlyBrokenBy(figures)) {
            limits = limits.tightened();
            samplesAtTightening = figures.samples();
        }
    }

    private static ReuseFigures frame(long pixels, long inferred, long kept) {
        return new ReuseFigures(pixels, inferred, kept, 0, 0, 0);
    }

    private static long area(FrameFormat format) {
        return (long) format.width() * format.height();
    }

    @Override
    public void close() {
        whole.close();
        if (keptSource != null) {
            keptSource.close();
            keptResult.close();
        }
    }
}
