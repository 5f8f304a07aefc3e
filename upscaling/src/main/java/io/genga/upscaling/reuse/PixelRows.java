package io.genga.upscaling.reuse;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.PixelLayout;
import java.nio.ByteBuffer;

/** One row of a frame's three channels on the heap, where loops over it run fast. */
final class PixelRows {

    static final int CHANNELS = 3;

    private final FrameFormat format;
    private final byte[] bytes;
    private final short[] shorts;
    private final int[][] channels;

    PixelRows(FrameFormat format) {
        if (format.layout().model() != PixelLayout.Model.RGB) {
            throw new IllegalArgumentException("drawings are compared in RGB, not in " + format);
        }
        this.format = format;
        this.bytes = new byte[format.width()];
        this.shorts = new short[format.width()];
        this.channels = new int[CHANNELS][format.width()];
    }

    void load(Frame frame, int y) {
        for (int plane = 0; plane < CHANNELS; plane++) {
            ByteBuffer samples = frame.plane(plane);
            int offset = y * format.stride(plane);
            int[] row = channels[plane];
            if (format.layout().bytesPerSample() == Byte.BYTES) {
                samples.get(offset, bytes);
                for (int x = 0; x < row.length; x++) {
                    row[x] = bytes[x] & 0xFF;
                }
            } else {
                samples.asShortBuffer().get(offset / Short.BYTES, shorts);
                for (int x = 0; x < row.length; x++) {
                    row[x] = shorts[x] & 0xFFFF;
                }
            }
        }
    }

    int[] channel(int plane) {
        return channels[plane];
    }
}
