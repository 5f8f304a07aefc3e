package io.genga.media.resize;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;

/** Mixes two pictures, sample by sample, to the nearest step. */
public final class PictureMixture {

    private static final int WHOLE = 100;
    private static final int HALF = WHOLE / 2;

    private PictureMixture() {}

    /**
     * Changes a picture to {@code percent} of itself and the rest of the other one.
     *
     * @param picture 8 to 16 bits; stays the caller's, as does the other one
     * @param other of the same format
     */
    public static void mix(Frame picture, Frame other, int percent) {
        FrameFormat format = picture.format();
        if (!other.format().equals(format)) {
            throw new IllegalArgumentException("a frame of " + format + " was expected, not " + other.format());
        }
        for (int plane = 0; plane < format.planes(); plane++) {
            if (format.layout().bytesPerSample() == Byte.BYTES) {
                mixBytes(picture.plane(plane), other.plane(plane), percent);
            } else {
                mixShorts(
                        picture.plane(plane).asShortBuffer(), other.plane(plane).asShortBuffer(), percent);
            }
        }
    }

    /** What lies between the rows is mixed along, and means nothing. */
    private static void mixBytes(ByteBuffer samples, ByteBuffer others, int percent) {
        for (int i = 0; i < samples.limit(); i++) {
            int mixed = mixed(Byte.toUnsignedInt(samples.get(i)), Byte.toUnsignedInt(others.get(i)), percent);
            samples.put(i, (byte) mixed);
        }
    }

    private static void mixShorts(ShortBuffer samples, ShortBuffer others, int percent) {
        for (int i = 0; i < samples.limit(); i++) {
            int mixed = mixed(Short.toUnsignedInt(samples.get(i)), Short.toUnsignedInt(others.get(i)), percent);
            samples.put(i, (short) mixed);
        }
    }

    private static int mixed(int sample, int other, int percent) {
        return (percent * sample + (WHOLE - percent) * other + HALF) / WHOLE;
    }
}
