package io.genga.upscaling.reuse;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.reuse.FrameDecision.Sample;
import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.RegionTiling;
import io.genga.upscaling.tile.RunShapes;
import io.genga.upscaling.tile.Tile;
import io.genga.upscaling.tile.Tiling;
import java.util.List;
import java.util.Optional;

/**
 * Decides frame by frame, from the source's pixels alone, what of a picture is computed and what was computed before. Whoever asks computes
 * what it says, or only counts it. Begins anew with each chunk. Not safe for use by several threads.
 */
public final class HeldDrawings implements AutoCloseable {

    /** Of a tile, in pixels; 8 cost most in halos, 32 in what changes beside what moves. */
    public static final int TILE_SIDE = 16;

    /**
     * Of how far a small network sees. The rim of that matters little: against the whole picture, in squares of 32 pixels, genga-cel-x2, which sees
     * 10 pixels far, gives 60 dB with 4 pixels, 64 dB with 5, 69 dB with 6; realesr-animevideov3, which sees 18, 55 dB with 8, 61 dB with
     * 10, 70 dB with 14.
     */
    private static final double HALO_SHARE = 0.5;

    /** What sees farther is deeper, and loses more at once. */
    private static final int RADIUS_OF_SMALL_NETWORKS = 18;

    /** Where more than this share would be computed in regions, whole tiles cost less. */
    private static final double MOST_SHARE = 0.8;

    private final FrameFormat format;
    private final FramePool frames;
    private final List<Tile> whole;
    private final ChangeCover cover;
    private final ChangeDetection detection;
    private final SelfCheck selfCheck;
    private long inferencePixels;
    private long framesSoFar;
    private double keptSquares;
    private Frame keptSource;

    /**
     * @param format of all frames: RGB
     * @param tiles in which whole frames are computed, and the largest in which parts are
     * @param shapes in which parts are computed
     * @param seed of the choice of samples for the self-check: the same seed and frames give the same decisions
     */
    public HeldDrawings(
            FrameFormat format,
            NetworkManifest manifest,
            PlannedTiles tiles,
            RunShapes shapes,
            FramePool frames,
            long seed) {
        this.format = format;
        this.frames = frames;
        this.whole = Tiling.of(
                tiles, manifest.padded(format.width()), manifest.padded(format.height()), manifest.tileAlignment());
        this.cover = cover(manifest, tiles, shapes);
        this.detection = new ChangeDetection(format, TILE_SIDE);
        this.selfCheck = new SelfCheck(seed);
    }

    /**
     * Takes for granted that what it says is computed before it is asked again.
     *
     * @param rgb the next frame; stays the caller's
     */
    public FrameDecision decide(Frame rgb, Tolerance tolerance) {
        framesSoFar++;
        FrameDecision decision = keptSource == null ? first(rgb) : next(rgb, tolerance);
        inferencePixels += decision.inferencePixels();
        return decision;
    }

    private FrameDecision first(Frame rgb) {
        keptSource = FrameCopy.of(rgb, rgb, frames);
        return new FrameDecision(format, whole, Optional.empty());
    }

    private FrameDecision next(Frame rgb, Tolerance tolerance) {
        ChangeMap changes = detection.compare(rgb, keptSource, tolerance);
        changes.limitKeptSquares(tolerance.meanSquare() * framesSoFar * pixels() - keptSquares);
        List<Rectangle> regions = cover.parts(changes);
        if (regions.stream().mapToLong(cover::pixels).sum() > MOST_SHARE * pixels()) {
            FrameCopy.all(rgb, keptSource);
            return new FrameDecision(format, whole, Optional.empty());
        }
        keptSquares += changes.keptSquares();
        regions.forEach(region -> FrameCopy.part(rgb, region, keptSource));
        List<Tile> tiles =
                regions.stream().flatMap(region -> cover.tiles(region).stream()).toList();
        FrameDecision unchecked = new FrameDecision(format, tiles, Optional.empty());
        return new FrameDecision(format, tiles, sample(rgb, changes, inferencePixels + unchecked.inferencePixels()));
    }

    /** Now and then. What comes of it is better than what was kept, so it stays. */
    private Optional<Sample> sample(Frame rgb, ChangeMap changes, long pixelsSoFar) {
        Optional<Rectangle> chosen = selfCheck.choose(changes, pixelsSoFar, cover::pixels);
        chosen.ifPresent(part -> FrameCopy.part(rgb, part, keptSource));
        return chosen.map(part -> new Sample(part, cover.tiles(part), changes.meanSquare(part)));
    }

    private long pixels() {
        return (long) format.width() * format.height();
    }

    private ChangeCover cover(NetworkManifest manifest, PlannedTiles tiles, RunShapes shapes) {
        int halo = halo(manifest);
        ChangeCover regions =
                new RegionCover(new RegionTiling(manifest, format.width(), format.height(), tiles, halo), halo);
        return switch (shapes) {
            case ANY -> regions;
            case SQUARES ->
                SquareCover.of(manifest, new TileGrid(format.width(), format.height(), TILE_SIDE), halo, tiles)
                        .orElse(regions);
        };
    }

    private static int halo(NetworkManifest manifest) {
        int radius = manifest.receptiveFieldRadius();
        int halo = radius > RADIUS_OF_SMALL_NETWORKS ? radius : (int) Math.ceil(HALO_SHARE * radius);
        int step = manifest.tileStep();
        return (halo + step - 1) / step * step;
    }

    @Override
    public void close() {
        if (keptSource != null) {
            keptSource.close();
        }
    }
}
