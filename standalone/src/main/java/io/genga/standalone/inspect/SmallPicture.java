package io.genga.standalone.inspect;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;

/** Frames as pictures small enough for a page. */
final class SmallPicture {

    private static final int MOST_WIDTH = 480;
    private static final int CHANNELS = 3;

    private SmallPicture() {}

    /** @param rgb stays the caller's */
    static BufferedImage of(Frame rgb) {
        int factor = reduction(rgb.format());
        int width = Math.max(1, rgb.format().width() / factor);
        int height = Math.max(1, rgb.format().height() / factor);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, colour(rgb, x * factor, y * factor, factor));
            }
        }
        return picture;
    }

    /** Pixels of a frame per pixel of its picture, in each direction. */
    static int reduction(FrameFormat format) {
        return (format.width() + MOST_WIDTH - 1) / MOST_WIDTH;
    }

    private static int colour(Frame rgb, int left, int top, int factor) {
        int colour = 0;
        for (int plane = 0; plane < CHANNELS; plane++) {
            colour = colour << Byte.SIZE | mean(rgb, plane, left, top, factor);
        }
        return colour;
    }

    /** Of a square, in 8 bits. */
    private static int mean(Frame rgb, int plane, int left, int top, int side) {
        ByteBuffer samples = rgb.plane(plane);
        int bytes = rgb.format().layout().bytesPerSample();
        int right = Math.min(rgb.format().width(), left + side);
        int bottom = Math.min(rgb.format().height(), top + side);
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int index = y * rgb.format().stride(plane) + x * bytes;
                sum += bytes == 1
                        ? Byte.toUnsignedInt(samples.get(index))
                        : Short.toUnsignedInt(samples.getShort(index));
            }
        }
        return (int) (sum / ((long) (right - left) * (bottom - top)))
                >> rgb.format().layout().bitDepth() - Byte.SIZE;
    }
}
