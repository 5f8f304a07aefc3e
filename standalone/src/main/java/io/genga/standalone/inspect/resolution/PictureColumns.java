package io.genga.standalone.inspect.resolution;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import java.nio.ByteBuffer;

/**
 * Columns of a picture, spread evenly over its width; or lines, spread evenly over its height, turned to stand as columns do.
 *
 * @param rows of the whole picture; pixels across it where these are lines
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
        Plane plane = new Plane(source);
        int width = source.format().width();
        int columns = Math.min(most, width);
        return of(
                source.format().height(), columns, (row, column) -> plane.sample(middle(column, columns, width), row));
    }

    /** The same of its lines, turned. */
    static PictureColumns ofLines(Frame source, int most) {
        Plane plane = new Plane(source);
        int height = source.format().height();
        int lines = Math.min(most, height);
        return of(source.format().width(), lines, (x, line) -> plane.sample(x, middle(line, lines, height)));
    }

    /** @param samples by row and column */
    static PictureColumns of(int rows, int columns, Samples samples) {
        float[] all = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                all[row * columns + column] = samples.at(row, column);
            }
        }
        return new PictureColumns(rows, columns, all);
    }

    /** Of one of {@code parts} parts of a side. */
    private static int middle(int part, int parts, int side) {
        return (int) ((part + 0.5) * side / parts);
    }

    interface Samples {

        float at(int row, int column);
    }

    /** The first one of a frame. */
    private static final class Plane {

        private final ByteBuffer samples;
        private final int stride;
        private final int bytes;
        private final float scale;

        Plane(Frame source) {
            FrameFormat format = source.format();
            this.samples = source.plane(0);
            this.stride = format.stride(0);
            this.bytes = format.layout().bytesPerSample();
            this.scale = 1f / (1 << format.layout().bitDepth() - Byte.SIZE);
        }

        float sample(int x, int y) {
            int index = y * stride + x * bytes;
            int sample =
                    bytes == 1 ? Byte.toUnsignedInt(samples.get(index)) : Short.toUnsignedInt(samples.getShort(index));
            return sample * scale;
        }
    }
}
