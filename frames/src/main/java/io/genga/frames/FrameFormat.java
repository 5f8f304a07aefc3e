package io.genga.frames;

import java.util.Objects;

/**
 * The shape of a frame's memory.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record FrameFormat(PixelLayout layout, int width, int height) {

    /** Rows begin at multiples of this many bytes, as vector instructions like them. */
    private static final int ROW_ALIGNMENT = 64;

    public FrameFormat {
        Objects.requireNonNull(layout, "layout");
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("frame of " + width + "x" + height + " has no pixels");
        }
    }

    public int planes() {
        return layout.model().components();
    }

    public int planeWidth(int plane) {
        return layout.planeWidth(plane, width);
    }

    public int planeHeight(int plane) {
        return layout.planeHeight(plane, height);
    }

    /** Bytes from the start of one row of {@code plane} to the start of the next. */
    public int stride(int plane) {
        int row = planeWidth(plane) * layout.bytesPerSample();
        return (row + ROW_ALIGNMENT - 1) / ROW_ALIGNMENT * ROW_ALIGNMENT;
    }

    /** Bytes of {@code plane}, the padding of its rows included. */
    public int planeBytes(int plane) {
        return Math.multiplyExact(stride(plane), planeHeight(plane));
    }

    /** Of frames that are so many times as large in each direction. */
    public FrameFormat times(int scale) {
        return new FrameFormat(layout, width * scale, height * scale);
    }
}
