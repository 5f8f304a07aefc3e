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
        read(source, tensor, 0);
    }

    /** @param picture of the tensor, which takes the part */
    void read(Rectangle source, TileTensor tensor, int picture) {
        float[] values = new float[source.width()];
        for (int plane = 0; plane < frame.format().planes(); plane++) {
            ByteBuffer rows = frame.plane(plane);
            int channel = description.colour().channel(plane);
            for (int y = 0; y < source.height(); y++) {
                int row = Reflection.of(source.y() + y, frame.format().height())
                        * frame.format().stride(plane);
                toFloats(rows, row, source, values);
                tensor.values().put(tensor.row(picture, channel, y), values);
            }
        }
    }

    /** @param row its offset in bytes */
    private void toFloats(ByteBuffer rows, int row, Rectangle source, float[] values) {
        FrameFormat format = frame.format();
        if (source.right() <= format.width()) {
            samples.load(rows, row + source.x() * format.layout().bytesPerSample(), source.width());
            samples.toFloats(0, values, factor);
            return;
        }
        samples.load(rows, row, format.width());
        for (int x = format.width(); x < paddedWidth; x++) {
            samples.copy(Reflection.of(x, format.width()), x);
        }
        samples.toFloats(source.x(), values, factor);
    }
}
