package io.genga.upscaling.inference;

import java.nio.ByteBuffer;

/** Samples of 9 to 16 bits. */
final class ShortRow implements SampleRow {

    private final short[] samples;
    private final int max;

    ShortRow(int capacity, int max) {
        this.samples = new short[capacity];
        this.max = max;
    }

    @Override
    public void load(ByteBuffer plane, int offset, int count) {
        plane.asShortBuffer().get(offset / Short.BYTES, samples, 0, count);
    }

    @Override
    public void store(ByteBuffer plane, int offset, int count) {
        plane.asShortBuffer().put(offset / Short.BYTES, samples, 0, count);
    }

    @Override
    public void copy(int from, int to) {
        samples[to] = samples[from];
    }

    @Override
    public void toFloats(int first, float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Short.toUnsignedInt(samples[first + i]) * factor;
        }
    }

    @Override
    public void fromFloats(float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            int rounded = (int) (values[i] * factor + 0.5f);
            samples[i] = (short) Math.max(0, Math.min(max, rounded));
        }
    }
}
