package io.genga.media.resize;

import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_LANCZOS;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import io.genga.contracts.plan.PictureSize;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.frames.PixelLayout.Model;
import io.genga.media.ffmpeg.FfmpegCall;
import io.genga.media.ffmpeg.FfmpegLog;
import io.genga.media.ffmpeg.PixelFormats;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Makes R′G′B′ pictures larger or smaller by Lanczos' filter with three lobes, which swscale widens where pictures become smaller. The picture's
 * edges stay its edges, so nothing is shifted; one colour stays that colour. The same input gives the same output on every processor. Not
 * thread-safe.
 */
public final class LanczosResizer implements AutoCloseable {

    static {
        FfmpegLog.silence();
    }

    /** Without the last two, swscale rounds down and differs between processors. */
    private static final int EXACT = SWS_LANCZOS | SWS_ACCURATE_RND | SWS_BITEXACT;

    /** What swscale reads, whatever the format. */
    private static final int POINTERS = 4;

    private final FrameFormat from;
    private final FrameFormat to;
    private final FramePool pool;
    private final SwsContext context;
    private final PointerPointer<BytePointer> source = new PointerPointer<>(POINTERS);
    private final PointerPointer<BytePointer> target = new PointerPointer<>(POINTERS);
    private final IntPointer sourceStride;
    private final IntPointer targetStride;

    /**
     * @param rgb layout of the pictures
     * @param pool gives the frames that {@link #resize} returns
     */
    public LanczosResizer(PixelLayout rgb, PictureSize from, PictureSize to, FramePool pool) {
        this.from = new FrameFormat(rgb, from.width(), from.height());
        this.to = new FrameFormat(rgb, to.width(), to.height());
        this.pool = pool;
        this.context = contextOf(this.from, this.to);
        this.sourceStride = strides(this.from);
        this.targetStride = strides(this.to);
        for (int i = 0; i < POINTERS; i++) {
            source.put(i, null);
            target.put(i, null);
        }
    }

    /**
     * @param rgb of the size from which this resizer was made; stays the caller's
     * @return of the size to which it was made, with the same time stamp and colour tags; owned by the caller
     */
    public Frame resize(Frame rgb) {
        if (!rgb.format().equals(from)) {
            throw new IllegalArgumentException("a frame of " + from + " was expected, not " + rgb.format());
        }
        Frame resized = pool.acquire(to, rgb.pts(), rgb.colour());
        try {
            for (int plane = 0; plane < from.planes(); plane++) {
                resize(rgb, resized, plane);
            }
            return resized;
        } catch (RuntimeException e) {
            resized.close();
            throw e;
        }
    }

    private void resize(Frame rgb, Frame resized, int plane) {
        source.put(0, new BytePointer(rgb.plane(plane)));
        target.put(0, new BytePointer(resized.plane(plane)));
        int rows = sws_scale(context, source, sourceStride, 0, from.height(), target, targetStride);
        FfmpegCall.check(rows, "resizing frame " + rgb.pts());
    }

    /** Each plane by itself, as grey: R, G, B together would go by way of Y′CbCr. */
    private static SwsContext contextOf(FrameFormat from, FrameFormat to) {
        int grey = PixelFormats.codeOf(
                new PixelLayout(Model.GREY, 0, 0, from.layout().bitDepth()));
        SwsFilter none = null;
        SwsContext context = sws_getContext(
                from.width(), from.height(), grey, to.width(), to.height(), grey, EXACT, none, none, (DoublePointer)
                        null);
        if (context == null) {
            throw new IllegalArgumentException("frames of " + from + " cannot be resized to " + to);
        }
        return context;
    }

    private static IntPointer strides(FrameFormat format) {
        IntPointer strides = new IntPointer(new int[POINTERS]);
        return strides.put(0, format.stride(0));
    }

    @Override
    public void close() {
        sws_freeContext(context);
        source.close();
        target.close();
        sourceStride.close();
        targetStride.close();
    }
}
