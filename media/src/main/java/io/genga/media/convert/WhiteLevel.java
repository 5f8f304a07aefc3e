package io.genga.media.convert;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import java.nio.ShortBuffer;

/**
 * What swscale takes for white in R, G, B of 16 bits: not the largest value, but 255 of 8 bits, shifted. Networks are to see
 * white as white, so that the difference is made good on both ways.
 */
final class WhiteLevel {

    private static final int OF_SWSCALE = 255 << 8;
    private static final int LARGEST = PixelLayout.RGB_16.maxValue();
    private static final short[] LOWERED = lowered();

    /** 1 in swscale's fixed point of 16 fractional bits. */
    private static final int CONTRAST_OF_ONE = 1 << 16;

    private WhiteLevel() {}

    /**
     * The contrast by which a conversion to {@link PixelLayout#RGB_16} makes white the largest value.
     *
     * @param yuv of which it is made
     */
    static int contrastTo16Bits(PixelLayout yuv, boolean fullRange) {
        int white = fullRange ? yuv.maxValue() << (PixelLayout.RGB_16.bitDepth() - yuv.bitDepth()) : OF_SWSCALE;
        return (int) Math.round((double) CONTRAST_OF_ONE * LARGEST / white);
    }

    /**
     * @param rgb in {@link PixelLayout#RGB_16}; stays the caller's
     * @return the same picture with white as swscale wants it to make Y, Cb, Cr of it; owned by the caller
     */
    static Frame lowered(Frame rgb, FramePool pool) {
        FrameFormat format = rgb.format();
        Frame lowered = pool.acquire(format, rgb.pts(), rgb.colour());
        short[] row = new short[format.width()];
        for (int plane = 0; plane < format.planes(); plane++) {
            ShortBuffer from = rgb.plane(plane).asShortBuffer();
            ShortBuffer to = lowered.plane(plane).asShortBuffer();
            int stride = format.stride(plane) / Short.BYTES;
            for (int start = 0; start < stride * format.height(); start += stride) {
                from.get(start, row);
                lower(row);
                to.put(start, row);
            }
        }
        return lowered;
    }

    private static void lower(short[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = LOWERED[Short.toUnsignedInt(samples[i])];
        }
    }

    private static short[] lowered() {
        short[] lowered = new short[LARGEST + 1];
        for (int sample = 0; sample <= LARGEST; sample++) {
            lowered[sample] = (short) Math.round((double) sample * OF_SWSCALE / LARGEST);
        }
        return lowered;
    }
}
