package io.genga.standalone.inspect.resolution;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import java.nio.ByteBuffer;

/**
 * Columns of a picture, spread evenly over its width.
 *
 * @param rows of the whole picture
 * @param samples row after row, one of each column, in steps of 8 bits: 0 to 255
 */
record PictureColumns(int rows, int columns, float[] samples) {

    /**
     * Of the first plane: luma, grey or green.
     *
     * @param source as it was decoded; stays the caller's
     * @param most columns to take
     */
    static PictureColumns of(Frame source, int most) {
        FrameFormat format = source.format();
        int columns = Math.min(most, format.width());
        float[] samples = new float[format.height() * columns];
        ByteBuffer plane = source.plane(0);
        int bytes = format.layout().bytesPerSample();
        float scale = 1f / (1 << format.layout().bitDepth() - Byte.SIZE);
        for (int row = 0; row < format.height(); row++) {
            for (int column = 0; column < columns; column++) {
                int x = (int) ((column + 0.5) * format.width() / columns);
                int index = row * format.stride(0) + x * bytes;
                int sample =
                        bytes == 1 ? Byte.toUnsignedInt(plane.get(index)) : Short.toUnsignedInt(plane.getShort(index));
                samples[row * columns + column] = sample * scale;
            }
        }
        return new PictureColumns(format.height(), columns, samples);
    }
}
