package io.genga.upscaling.shot;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The mean colours of a frame's cells, of which there are {@link #COLUMNS} by {@link #ROWS} however large it is. Whether a shot ends between
 * two frames follows from their sketches alone, so every worker finds the same cuts.
 */
public final class FrameSketch {

    static final int COLUMNS = 32;
    static final int ROWS = 24;

    private static final int SAMPLE_STEPS = 255;

    private final float[][] means;

    private FrameSketch(float[][] means) {
        this.means = means;
    }

    /** @param frame of any layout; stays the caller's */
    public static FrameSketch of(Frame frame) {
        float[][] means = new float[frame.format().planes()][];
        for (int plane = 0; plane < means.length; plane++) {
            means[plane] = means(frame, plane);
        }
        return new FrameSketch(means);
    }

    int planes() {
        return means.length;
    }

    /** In steps of 8 bits. */
    float mean(int plane, int column, int row) {
        return means[plane][row * COLUMNS + column];
    }

    private static float[] means(Frame frame, int plane) {
        FrameFormat format = frame.format();
        int width = format.planeWidth(plane);
        int height = format.planeHeight(plane);
        short[] samples = new short[width];
        long[] sums = new long[COLUMNS * ROWS];
        long[] counts = new long[sums.length];
        for (int y = 0; y < height; y++) {
            load(frame, plane, y, samples);
            int firstCell = y * ROWS / height * COLUMNS;
            for (int x = 0; x < width; x++) {
                int cell = firstCell + x * COLUMNS / width;
                sums[cell] += samples[x] & 0xFFFF;
                counts[cell]++;
            }
        }
        return means(sums, counts, (float) SAMPLE_STEPS / format.layout().maxValue());
    }

    /** Frames with fewer pixels than cells leave some empty, in all frames of the film alike. */
    private static float[] means(long[] sums, long[] counts, float factor) {
        float[] means = new float[sums.length];
        for (int cell = 0; cell < means.length; cell++) {
            means[cell] = counts[cell] == 0 ? 0 : factor * sums[cell] / counts[cell];
        }
        return means;
    }

    private static void load(Frame frame, int plane, int y, short[] samples) {
        FrameFormat format = frame.format();
        int offset = y * format.stride(plane);
        ByteBuffer memory = frame.plane(plane);
        if (format.layout().bytesPerSample() == Short.BYTES) {
            memory.slice(offset, samples.length * Short.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .asShortBuffer()
                    .get(samples);
            return;
        }
        for (int x = 0; x < samples.length; x++) {
            samples[x] = (short) (memory.get(offset + x) & 0xFF);
        }
    }
}
