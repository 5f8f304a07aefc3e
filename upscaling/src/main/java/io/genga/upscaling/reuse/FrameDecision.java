package io.genga.upscaling.reuse;

import io.genga.contracts.event.ReuseFigures;
import io.genga.frames.FrameFormat;
import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.Tile;
import java.util.List;
import java.util.Optional;

/**
 * What of a frame is computed; all else is kept.
 *
 * @param format of the frame
 * @param tiles on which the network is run
 * @param sample a kept tile that is computed again, to see how far off it is; empty where none is
 */
public record FrameDecision(FrameFormat format, List<Tile> tiles, Optional<Sample> sample) {

    /**
     * A kept tile and how it is computed.
     *
     * @param part the tile without a halo
     * @param squaredDifference mean, of the part from what its kept result was computed of, in steps of 8 bits
     */
    public record Sample(Rectangle part, List<Tile> tiles, double squaredDifference) {}

    /** Of the source, on which the network is run: halos as often as they are, the sample included. */
    public long inferencePixels() {
        return sourcePixels(tiles)
                + sample.map(Sample::tiles).map(FrameDecision::sourcePixels).orElse(0L);
    }

    /** Of the source, whose result is taken over; the sample is among them. */
    public long keptPixels() {
        return framePixels()
                - tiles.stream().mapToLong(tile -> visible(tile.kept())).sum();
    }

    public long framePixels() {
        return (long) format.width() * format.height();
    }

    /** Without what the sample found. */
    public ReuseFigures figures() {
        return new ReuseFigures(framePixels(), inferencePixels(), keptPixels(), 0, 0, 0);
    }

    private static long sourcePixels(List<Tile> tiles) {
        return tiles.stream().mapToLong(tile -> tile.source().area()).sum();
    }

    /** Without what is padded. */
    private long visible(Rectangle part) {
        long width = Math.min(part.right(), format.width()) - part.x();
        long height = Math.min(part.bottom(), format.height()) - part.y();
        return width * height;
    }
}
