package io.genga.standalone.inspect;

import io.genga.frames.Frame;
import io.genga.frames.PixelLayout;
import java.nio.ByteBuffer;

/** A picture's green channel, very small: enough to see a cut, too little to see noise. */
final class Thumbnail {

    private static final int COLUMNS = 32;
    private static final int ROWS = 18;
    private static final int STEPS = 255;

    private final double[] means = new double[COLUMNS * ROWS];

    private Thumbnail() {}

    /** @param rgb stays the caller's */
    static Thumbnail of(Frame rgb) {
        Thumbnail thumbnail = new Thumbnail();
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                thumbnail.means[row * COLUMNS + column] = mean(rgb, column, row);
            }
        }
        return thumbnail;
    }

    /** The mean of the absolute differences, in steps of 8 bits. */
    double difference(Thumbnail other) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            sum += Math.abs(means[i] - other.means[i]);
        }
        return sum / means.length;
    }

    private static double mean(Frame rgb, int column, int row) {
        int width = rgb.format().width();
        int height = rgb.format().height();
        int left = column * width / COLUMNS;
        int right = Math.max(left + 1, (column + 1) * width / COLUMNS);
        int top = row * height / ROWS;
        int bottom = Math.max(top + 1, (row + 1) * height / ROWS);
        ByteBuffer green = rgb.plane(1);
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += sample(green, rgb, x, y);
            }
        }
        PixelLayout layout = rgb.format().layout();
        return (double) sum * STEPS / layout.maxValue() / ((right - left) * (bottom - top));
    }

    private static int sample(ByteBuffer plane, Frame rgb, int x, int y) {
        int row = y * rgb.format().stride(1);
        return rgb.format().layout().bytesPerSample() == 1
                ? Byte.toUnsignedInt(plane.get(row + x))
                : Short.toUnsignedInt(plane.getShort(row + 2 * x));
    }
}
