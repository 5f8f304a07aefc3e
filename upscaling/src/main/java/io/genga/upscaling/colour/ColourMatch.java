package io.genga.upscaling.colour;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.upscaling.inference.SampleRow;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives areas of a result the colours that they have in its source, and leaves what is finer as the network made it: result +
 * blur(source − reduced result), by component. The blur is that of means over squares of 8 pixels of the source, of 3×3 of those twice, and of linear
 * interpolation: about a Gaussian whose standard deviation is 11 pixels. Lines are far narrower, and stay;
 * squares across them count for less, so that what a network does to edges tints no area beside them.
 *
 * <p>The idea is the colour fix of StableSR (Wang et al., Exploiting Diffusion Prior for Real-World Image Super-Resolution, 2023), which takes
 * the coarsest band of a wavelet decomposition, of pixels up to 31 apart, from the source.
 *
 * <p>One thread may remember sources while another one matches results.
 */
public final class ColourMatch {

    /** Of a square, in pixels of the source. */
    private static final int SIDE = 8;

    private final int scale;
    private final Map<Long, MeanGrid> sources = new ConcurrentHashMap<>();

    /** @param scale pixels of a result per pixel of its source, in each direction */
    public ColourMatch(int scale) {
        this.scale = scale;
    }

    /** @param rgb whose result will come; stays the caller's, and is not looked at again */
    public void remember(Frame rgb) {
        sources.put(rgb.pts(), MeanGrid.of(rgb, SIDE));
    }

    /**
     * Changes a result.
     *
     * @param larger the result of a frame that was remembered, with its time stamp and bit depth; stays the caller's
     */
    public void match(Frame larger) {
        MeanGrid source = sources.remove(larger.pts());
        if (source == null) {
            throw new IllegalStateException("the source of frame " + larger.pts() + " was not remembered");
        }
        int side = SIDE * scale;
        add(source.minus(MeanGrid.of(larger, side)).blurred(), side, larger);
    }

    private static void add(MeanGrid correction, int side, Frame frame) {
        FrameFormat format = frame.format();
        Interpolation across = new Interpolation(format.width(), side, correction.columns());
        Interpolation down = new Interpolation(format.height(), side, correction.rows());
        SampleRow samples = SampleRow.of(format.layout(), format.width());
        float[] values = new float[format.width()];
        float[] corrections = new float[correction.columns()];
        for (int plane = 0; plane < format.planes(); plane++) {
            ByteBuffer memory = frame.plane(plane);
            for (int y = 0; y < format.height(); y++) {
                int offset = y * format.stride(plane);
                samples.load(memory, offset, values.length);
                samples.toFloats(0, values, 1);
                row(correction, plane, y, down, corrections);
                addRow(corrections, across, values);
                samples.fromFloats(values, 1);
                samples.store(memory, offset, values.length);
            }
        }
    }

    private static void row(MeanGrid correction, int plane, int y, Interpolation down, float[] row) {
        int above = down.before(y) * row.length;
        int below = down.after(y) * row.length;
        for (int column = 0; column < row.length; column++) {
            row[column] = down.between(
                    y, correction.values()[plane][above + column], correction.values()[plane][below + column]);
        }
    }

    private static void addRow(float[] corrections, Interpolation across, float[] values) {
        for (int x = 0; x < values.length; x++) {
            values[x] += across.between(x, corrections[across.before(x)], corrections[across.after(x)]);
        }
    }
}
