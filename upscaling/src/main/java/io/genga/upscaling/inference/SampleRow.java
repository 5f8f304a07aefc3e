package io.genga.upscaling.inference;

import io.genga.frames.PixelLayout;
import java.nio.ByteBuffer;

/**
 * Some samples of one row of a plane, on the heap, where loops over them run fast. Not safe for use by several threads.
 */
public sealed interface SampleRow permits ByteRow, ShortRow {

    /**
     * @param capacity samples that it can hold
     */
    static SampleRow of(PixelLayout layout, int capacity) {
        return layout.bytesPerSample() == Byte.BYTES
                ? new ByteRow(capacity, layout.maxValue())
                : new ShortRow(capacity, layout.maxValue());
    }

    /**
     * Takes samples from a plane.
     *
     * @param offset of the first one, in bytes
     */
    void load(ByteBuffer plane, int offset, int count);

    /**
     * Puts the first samples into a plane.
     *
     * @param offset of the first one, in bytes
     */
    void store(ByteBuffer plane, int offset, int count);

    /** Repeats the sample at {@code from} at {@code to}. */
    void copy(int from, int to);

    /** Fills {@code values} with the samples from {@code first} on, each multiplied by {@code factor}. */
    void toFloats(int first, float[] values, float factor);

    /** Takes {@code values}, each multiplied by {@code factor}, rounded to the nearest and clamped; NaN becomes 0. */
    void fromFloats(float[] values, float factor);
}
