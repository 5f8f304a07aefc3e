package io.genga.upscaling.reuse;

import io.genga.frames.Frame;
import io.genga.upscaling.tile.Rectangle;

/** How far two frames of the same format are apart in a part of them. */
public final class PartError {

    private static final double STEPS = 255;

    private PartError() {}

    /** The mean over pixels and channels, in squared steps of 8 bits. */
    public static double squared(Frame one, Frame other, Rectangle part) {
        PixelRows a = new PixelRows(one.format());
        PixelRows b = new PixelRows(other.format());
        double sum = 0;
        for (int y = part.y(); y < part.bottom(); y++) {
            a.load(one, y);
            b.load(other, y);
            for (int channel = 0; channel < PixelRows.CHANNELS; channel++) {
                sum += squaredRow(a.channel(channel), b.channel(channel), part);
            }
        }
        double step = one.format().layout().maxValue() / STEPS;
        return sum / (step * step) / ((double) part.width() * part.height() * PixelRows.CHANNELS);
    }

    private static long squaredRow(int[] a, int[] b, Rectangle part) {
        long sum = 0;
        for (int x = part.x(); x < part.right(); x++) {
            long difference = a[x] - b[x];
            sum += difference * difference;
        }
        return sum;
    }
}
