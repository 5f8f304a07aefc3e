package io.genga.upscaling.inference;

import java.nio.ByteBuffer;

/** Samples of 8 bits. */
final class ByteRow implements SampleRow {

    private final byte[] samples;
    private final int max;

    ByteRow(int capacity, int max) {
        this.samples = new byte[capacity];
        this.max = max;
    }

    @Override
    public void load(ByteBuffer plane, int offset, int count) {
        plane.get(offset, samples, 0, count);
    }

    @Override
    public void store(ByteBuffer plane, int offset, int count) {
        plane.put(offset, samples, 0, count);
    }

    @Override
    public void copy(int from, int to) {
        samples[to] = samples[from];
    }

    @Override
    public void toFloats(int first, float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Byte.toUnsignedInt(samples[first + i]) * factor;
        }
    }

    @Override
    public void fromFloats(float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            int rounded = (int) (values[i] * factor + 0.5f);
            samples[i] = (byte) Math.max(0, Math.min(max, rounded));
        }
    }
}
