package io.genga.upscaling.inference;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.TensorDescription;
import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.Tile;
import java.nio.ByteBuffer;

/**
 * Pastes what is kept of a network's results into one frame, rounded to the nearest sample and clamped to its range.
 */
final class TensorToFrame {

    private final Frame frame;
    private final TensorDescription description;
    private final int scale;
    private final SampleRow samples;
    private final float factor;

    /**
     * @param frame as large as the network makes it
     */
    TensorToFrame(Frame frame, NetworkManifest manifest) {
        this.frame = frame;
        this.description = manifest.output();
        this.scale = manifest.scale();
        this.samples = SampleRow.of(frame.format().layout(), frame.format().width());
        this.factor = frame.format().layout().maxValue() / (float) description.peak();
    }

    void write(TileTensor tensor, Tile tile) {
        write(tensor, 0, tile);
    }

    /** @param picture of the tensor, which is the result of the tile */
    void write(TileTensor tensor, int picture, Tile tile) {
        int left = (tile.kept().x() - tile.source().x()) * scale;
        int top = (tile.kept().y() - tile.source().y()) * scale;
        Rectangle target = target(tile.kept());
        float[] values = new float[target.width()];
        for (int plane = 0; plane < frame.format().planes(); plane++) {
            ByteBuffer rows = frame.plane(plane);
            int channel = description.colour().channel(plane);
            for (int y = 0; y < target.height(); y++) {
                tensor.values().get(tensor.row(picture, channel, top + y) + left, values);
                samples.fromFloats(values, factor);
                samples.store(rows, offset(plane, target.x(), target.y() + y), target.width());
            }
        }
    }

    /** Without the pixels that stand for the mirror image beyond the frame. */
    private Rectangle target(Rectangle kept) {
        int x = kept.x() * scale;
        int y = kept.y() * scale;
        int width = Math.min(kept.width() * scale, frame.format().width() - x);
        int height = Math.min(kept.height() * scale, frame.format().height() - y);
        return new Rectangle(x, y, width, height);
    }

    private int offset(int plane, int x, int y) {
        FrameFormat format = frame.format();
        return y * format.stride(plane) + x * format.layout().bytesPerSample();
    }
}
