package io.genga.standalone.inspect;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.upscaling.reuse.FrameDecision;
import io.genga.upscaling.reuse.HeldDrawings;
import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.Tile;
import java.awt.image.BufferedImage;

/** Counts how often the squares of a scene are computed. Not thread-safe. */
final class SceneInProgress {

    private static final int SIDE = HeldDrawings.TILE_SIDE;

    private final long firstFrame;
    private final double seconds;
    private final FrameFormat format;
    private final int columns;
    private final int[] computations;
    private int frames;
    private double inferredFrames;
    private int nextPicture = 1;
    private BufferedImage picture;

    SceneInProgress(long firstFrame, double seconds, FrameFormat format) {
        this.firstFrame = firstFrame;
        this.seconds = seconds;
        this.format = format;
        this.columns = squares(format.width());
        this.computations = new int[columns * squares(format.height())];
    }

    void add(Frame rgb, FrameDecision decision) {
        frames++;
        inferredFrames += (double) decision.inferencePixels() / decision.framePixels();
        decision.tiles().stream().map(Tile::kept).forEach(this::count);
        if (frames == nextPicture) {
            picture = SmallPicture.of(rgb);
            // So one of the second half remains, and few are made, however long the scene is.
            nextPicture *= 2;
        }
    }

    Scene end() {
        return new Scene(
                firstFrame,
                seconds,
                frames,
                inferredFrames,
                computations,
                columns,
                picture,
                SmallPicture.reduction(format));
    }

    private void count(Rectangle part) {
        int rows = computations.length / columns;
        for (int row = part.y() / SIDE; row < Math.min(rows, squares(part.bottom())); row++) {
            for (int column = part.x() / SIDE; column < Math.min(columns, squares(part.right())); column++) {
                computations[row * columns + column]++;
            }
        }
    }

    private static int squares(int length) {
        return (length + SIDE - 1) / SIDE;
    }
}
