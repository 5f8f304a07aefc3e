package io.genga.media.verify;

import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import io.genga.frames.PixelLayout;
import io.genga.frames.PixelLayout.Model;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.ffmpeg.PixelFormats;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Makes a plane of any size small, by the mean of the samples that fall together; by swscale, which takes nearly all of its time for
 * rows that it reads and columns that it writes. Not thread-safe.
 */
final class PlaneShrinker implements AutoCloseable {

    /** Rows that are read for one of a block of {@link Thumbnail}: enough for a mean. */
    private static final int ROWS_OF_A_BLOCK = 4;

    private static final int POINTERS = 4;

    /** swscale may write beyond the end of a row. */
    private static final int PADDING = 64;

    private final int smallWidth;
    private final int smallHeight;
    private final BytePointer small;
    private final PointerPointer<BytePointer> from = new PointerPointer<>(POINTERS);
    private final PointerPointer<BytePointer> to = new PointerPointer<>(POINTERS);
    private final IntPointer fromStrides = new IntPointer(new int[POINTERS]);
    private final IntPointer toStrides = new IntPointer(new int[POINTERS]);
    private SwsContext context;

    /** What is made is {@code width} by {@code height}, whatever its shape. */
    PlaneShrinker(int width, int height) {
        this.smallWidth = width;
        this.smallHeight = height;
        this.small = new BytePointer((long) width * height + PADDING);
        toStrides.put(0, width);
        for (int i = 0; i < POINTERS; i++) {
            from.put(i, null);
            to.put(i, null);
        }
        to.put(0, small);
    }

    /**
     * @param samples stay the caller's
     * @param stride bytes from row to row
     * @param bitDepth of the samples
     * @return in steps of 8 bits, row by row
     */
    byte[] shrink(BytePointer samples, int stride, int width, int height, int bitDepth) {
        int step = step(height);
        int rows = Math.max(1, height / step);
        prepare(width, rows, bitDepth);
        from.put(0, samples);
        fromStrides.put(0, stride * step);
        FfmpegCall.check(sws_scale(context, from, fromStrides, 0, rows, to, toStrides), "making a picture small");
        byte[] bytes = new byte[smallWidth * smallHeight];
        small.position(0).get(bytes);
        return bytes;
    }

    /** An odd number, so that of lines that alternate, all count alike. */
    private static int step(int height) {
        double step = (double) height / (Thumbnail.ROWS * ROWS_OF_A_BLOCK);
        return 2 * (int) Math.max(0, Math.round((step - 1) / 2)) + 1;
    }

    /** As grey, which swscale takes for full range at both ends, so that it leaves the samples' range alone. */
    private void prepare(int width, int rows, int bitDepth) {
        SwsFilter none = null;
        context = sws_getCachedContext(
                context,
                width,
                rows,
                PixelFormats.codeOf(new PixelLayout(Model.GREY, 0, 0, bitDepth)),
                smallWidth,
                smallHeight,
                PixelFormats.codeOf(new PixelLayout(Model.GREY, 0, 0, Byte.SIZE)),
                SWS_AREA | SWS_ACCURATE_RND,
                none,
                none,
                (DoublePointer) null);
        if (context == null) {
            throw new IllegalArgumentException("a plane of " + width + "x" + rows + " cannot be made small");
        }
    }

    @Override
    public void close() {
        sws_freeContext(context);
        small.close();
        from.close();
        to.close();
        fromStrides.close();
        toStrides.close();
    }
}
