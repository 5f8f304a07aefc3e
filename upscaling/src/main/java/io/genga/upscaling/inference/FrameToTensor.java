package io.genga.upscaling.inference;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.TensorDescription;
import io.genga.upscaling.tile.Rectangle;
import java.nio.ByteBuffer;

/** Turns parts of one frame into tensors. Where a part reaches beyond the frame, the frame is mirrored at its edge. */
final class FrameToTensor {

    private final Frame frame;
    private final TensorDescription description;
    private final int paddedWidth;
    private final SampleRow samples;
    private final float factor;

    FrameToTensor(Frame frame, NetworkManifest manifest) {
        this(frame, manifest, manifest.input());
    }

    /** @param description of the input that takes the frame */
    FrameToTensor(Frame frame, NetworkManifest manifest, TensorDescription description) {
        this.frame = frame;
        this.description = description;
        this.paddedWidth = manifest.padded(frame.format().width());
        this.samples = SampleRow.of(frame.format().layout(), paddedWidth);
        this.factor = description.peak() / (float) frame.format().layout().maxValue();
    }

    void read(Rectangle source, TileTensor tensor) {
        float[] values = new float[source.width()];
        for (int plane = 0; plane < frame.format().planes(); plane++) {
            ByteBuffer rows = frame.plane(plane);
            int channel = description.colour().channel(plane);
            for (int y = 0; y < source.height(); y++) {
                loadRow(rows, plane, source.y() + y);
                samples.toFloats(source.x(), values, factor);
                tensor.values().put(tensor.row(channel, y), values);
            }
        }
    }

    private void loadRow(ByteBuffer rows, int plane, int y) {
        FrameFormat format = frame.format();
        int inside = Reflection.of(y, format.height());
        samples.load(rows, inside * format.stride(plane), format.width());
        for (int x = format.width(); x < paddedWidth; x++) {
            samples.copy(Reflection.of(x, format.width()), x);
        }
    }
}
