package io.genga.media.verify;

import io.genga.frames.PixelLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One row after the other of a plane in FFmpeg's memory. Not thread-safe. */
final class SampleRow {

    private final ByteBuffer plane;
    private final int stride;
    private final int bytesPerSample;
    private final float unit;
    private final byte[] bytes;
    private final ByteBuffer words;

    /**
     * @param plane read only
     * @param stride bytes from row to row
     * @param width in samples
     */
    SampleRow(ByteBuffer plane, int stride, int width, PixelLayout layout) {
        this.plane = plane;
        this.stride = stride;
        this.bytesPerSample = layout.bytesPerSample();
        this.unit = 1f / (1 << (layout.bitDepth() - Byte.SIZE));
        this.bytes = new byte[width * bytesPerSample];
        this.words = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    void read(int row) {
        plane.get(row * stride, bytes);
    }

    /** Adds the means of the row's blocks, in steps of 8 bits and times {@code weight}, to {@code means} from {@code at} on. */
    void addMeans(BlockAxis columns, float weight, float[] means, int at) {
        for (int block = 0; block < columns.blocks(); block++) {
            float sum = 0;
            for (int i = 0; i < columns.count(block); i++) {
                sum += columns.weight(block, i) * sample(columns.index(block, i));
            }
            means[at + block] += sum * weight * unit;
        }
    }

    private int sample(int x) {
        return bytesPerSample == 1 ? bytes[x] & 0xff : words.getShort(x * Short.BYTES) & 0xffff;
    }
}
