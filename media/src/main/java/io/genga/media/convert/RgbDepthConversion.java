package io.genga.media.convert;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.PixelLayout;
import java.nio.ByteBuffer;

/**
 * From R′G′B′ to R′G′B′ of any depth: each sample by itself, black to black and white to white, to the nearest step. What goes to more
 * bits and back is what it was. swscale is not used since it goes by Y′CbCr, and shifts: white of 8 bits would be 510 of 9.
 */
final class RgbDepthConversion implements Conversion {

    private final FrameFormat from;
    private final FrameFormat to;
    /** By the sample in {@code from}. */
    private final short[] converted;

    RgbDepthConversion(FrameFormat from, FrameFormat to) {
        this.from = from;
        this.to = to;
        this.converted = converted(from.layout(), to.layout());
    }

    @Override
    public void convert(Frame source, Frame target) {
        if (!source.format().equals(from)) {
            throw new IllegalArgumentException("a frame of " + from + " was expected, not " + source.format());
        }
        for (int plane = 0; plane < from.planes(); plane++) {
            if (from.equals(to)) {
                target.plane(plane).put(source.plane(plane));
            } else {
                convert(source.plane(plane), target.plane(plane));
            }
        }
    }

    private void convert(ByteBuffer source, ByteBuffer target) {
        for (int y = 0; y < from.height(); y++) {
            int read = y * from.stride(0);
            int written = y * to.stride(0);
            for (int x = 0; x < from.width(); x++) {
                put(target, written, x, converted[sample(source, read, x)]);
            }
        }
    }

    private int sample(ByteBuffer plane, int row, int x) {
        return from.layout().bytesPerSample() == Byte.BYTES
                ? Byte.toUnsignedInt(plane.get(row + x))
                : Short.toUnsignedInt(plane.getShort(row + x * Short.BYTES));
    }

    private void put(ByteBuffer plane, int row, int x, short sample) {
        if (to.layout().bytesPerSample() == Byte.BYTES) {
            plane.put(row + x, (byte) sample);
        } else {
            plane.putShort(row + x * Short.BYTES, sample);
        }
    }

    private static short[] converted(PixelLayout from, PixelLayout to) {
        short[] converted = new short[from.maxValue() + 1];
        for (int sample = 0; sample < converted.length; sample++) {
            converted[sample] = (short) Math.round((double) sample * to.maxValue() / from.maxValue());
        }
        return converted;
    }

    @Override
    public void close() {
        // Nothing outside the Java heap is held.
    }
}
