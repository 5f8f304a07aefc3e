package io.genga.upscaling.reuse;

import io.genga.frames.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How like frames are to others of the same format: as wholes, and in squares. Not safe for use by several threads. */
public final class Likeness {

    private static final double STEPS = 255;

    private final int side;
    private final List<float[]> squares = new ArrayList<>();
    private double sum;
    private long samples;

    /** @param side of the squares, in pixels; what is left over at the right and below belongs to none */
    public Likeness(int side) {
        this.side = side;
    }

    public void add(Frame expected, Frame found) {
        PixelRows a = new PixelRows(expected.format());
        PixelRows b = new PixelRows(found.format());
        int width = expected.format().width();
        int height = expected.format().height();
        double step = expected.format().layout().maxValue() / STEPS;
        double[] means = new double[(width / side) * (height / side)];
        for (int y = 0; y < height; y++) {
            a.load(expected, y);
            b.load(found, y);
            for (int channel = 0; channel < PixelRows.CHANNELS; channel++) {
                addRow(a.channel(channel), b.channel(channel), y, step, means, width / side);
            }
        }
        samples += (long) width * height * PixelRows.CHANNELS;
        squares.add(toFloats(means));
    }

    /** Of all samples, in decibels; infinite where all are equal. */
    public double psnr() {
        return decibels(sum / samples);
    }

    /**
     * The squares that are least like, but for the share that is less.
     *
     * @param share for example 0.999
     * @return in decibels; infinite where that square is equal
     * @throws IllegalStateException where no frame holds a square
     */
    public double psnrOfSquares(double share) {
        int count = squares.stream().mapToInt(frame -> frame.length).sum();
        if (count == 0) {
            throw new IllegalStateException("the frames are smaller than " + side + "x" + side + " pixels");
        }
        float[] all = new float[count];
        int end = 0;
        for (float[] frame : squares) {
            System.arraycopy(frame, 0, all, end, frame.length);
            end += frame.length;
        }
        Arrays.sort(all);
        return decibels(all[(int) Math.min(count - 1, Math.ceil(share * count) - 1)]);
    }

    /** Whether frames are large enough to hold a square. */
    public boolean hasSquares() {
        return squares.stream().anyMatch(frame -> frame.length > 0);
    }

    private void addRow(int[] a, int[] b, int y, double step, double[] means, int columns) {
        int row = y / side * columns;
        boolean inSquares = row < means.length;
        for (int x = 0; x < a.length; x++) {
            double difference = (a[x] - b[x]) / step;
            double squared = difference * difference;
            sum += squared;
            if (inSquares && x / side < columns) {
                means[row + x / side] += squared;
            }
        }
    }

    private float[] toFloats(double[] sums) {
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / ((double) side * side * PixelRows.CHANNELS));
        }
        return means;
    }

    private static double decibels(double squaredError) {
        return squaredError == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(STEPS * STEPS / squaredError);
    }
}
