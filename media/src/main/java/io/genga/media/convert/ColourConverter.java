package io.genga.media.convert;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedSource;
import io.genga.contracts.plan.PlannedTarget;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.frames.PixelLayout.Model;
import io.genga.media.ffmpeg.PixelFormats;

/**
 * Converts the source's pictures to planar R, G, B in full range, and the upscaled ones to the target's pixel format, by the
 * matrix, range and chroma location of the plan. In between there are 8 bits where neither the source nor the target has more,
 * else 16, so that nothing is lost on the way; where the target has fewer bits than the source, it is dithered, unless it is R, G, B.
 * Pictures that are R, G, B themselves change their depth and nothing else. The numbers stay as they are coded: nothing is mapped
 * to another brightness. The same input gives the same output. Each direction is for one thread at a time, and both may be used at
 * once.
 */
public final class ColourConverter implements AutoCloseable {

    private final FramePool pool;
    private final FrameFormat sourceRgb;
    private final FrameFormat targetFormat;
    private final ColourTags targetColour;
    private final Conversion toRgb;
    private final Conversion toYuv;

    private ColourConverter(
            FramePool pool,
            FrameFormat sourceRgb,
            FrameFormat targetFormat,
            ColourTags targetColour,
            Conversion toRgb,
            Conversion toYuv) {
        this.pool = pool;
        this.sourceRgb = sourceRgb;
        this.targetFormat = targetFormat;
        this.targetColour = targetColour;
        this.toRgb = toRgb;
        this.toYuv = toYuv;
    }

    /**
     * @param pool gives the frames that this converter returns
     * @throws IllegalArgumentException where the plan names a pixel format, matrix or range that cannot be converted
     */
    public static ColourConverter forChunk(Plan plan, FramePool pool) {
        PlannedSource source = plan.source();
        PlannedTarget target = plan.target();
        FrameFormat sourceFormat = format(source.pixelFormat(), source.width(), source.height());
        FrameFormat targetFormat = format(target.pixelFormat(), target.width(), target.height());
        PixelLayout rgb = rgbBetween(sourceFormat.layout(), targetFormat.layout());
        FrameFormat sourceRgb = new FrameFormat(rgb, source.width(), source.height());
        FrameFormat targetRgb = new FrameFormat(rgb, target.width(), target.height());
        Conversion toRgb = Conversion.toRgb(sourceFormat, sourceRgb, source.colour());
        try {
            Conversion toYuv = Conversion.fromRgb(targetRgb, targetFormat, target.colour());
            return new ColourConverter(pool, sourceRgb, targetFormat, target.colour(), toRgb, toYuv);
        } catch (RuntimeException e) {
            toRgb.close();
            throw e;
        }
    }

    /** 8 bits where neither end has more, else 16. */
    private static PixelLayout rgbBetween(PixelLayout source, PixelLayout target) {
        boolean deep = Math.max(source.bitDepth(), target.bitDepth()) > Byte.SIZE;
        return deep ? PixelLayout.RGB_16 : PixelLayout.RGB_8;
    }

    /**
     * Converts one picture by its own format and colour tags, for those who have no plan for it.
     *
     * @param yuv stays the caller's
     * @return {@link PixelLayout#RGB_8} of the same size, time stamp and colour tags, in full range; owned by the caller
     */
    public static Frame rgbOf(Frame yuv, FramePool pool) {
        FrameFormat rgb = new FrameFormat(
                PixelLayout.RGB_8, yuv.format().width(), yuv.format().height());
        try (Conversion conversion = Conversion.toRgb(yuv.format(), rgb, yuv.colour())) {
            return convert(conversion, yuv, pool.acquire(rgb, yuv.pts(), yuv.colour()));
        }
    }

    /** Of the pictures between both directions. */
    public PixelLayout rgbLayout() {
        return sourceRgb.layout();
    }

    /**
     * @param yuv of the source's size and pixel format; stays the caller's
     * @return in {@link PixelLayout#RGB_8} or {@link PixelLayout#RGB_16}, of the same size, time stamp and colour tags, in full
     *     range; owned by the caller
     */
    public Frame toRgb(Frame yuv) {
        return convert(toRgb, yuv, pool.acquire(sourceRgb, yuv.pts(), yuv.colour()));
    }

    /**
     * @param rgb in the layout that {@link #toRgb} gives, of the target's size; stays the caller's
     * @return of the target's pixel format and colour, with the same time stamp; owned by the caller
     */
    public Frame toYuv(Frame rgb) {
        if (rgb.format().layout().equals(PixelLayout.RGB_16)
                && targetFormat.layout().model() != Model.RGB) {
            try (Frame lowered = WhiteLevel.lowered(rgb, pool)) {
                return convert(toYuv, lowered, pool.acquire(targetFormat, rgb.pts(), targetColour));
            }
        }
        return convert(toYuv, rgb, pool.acquire(targetFormat, rgb.pts(), targetColour));
    }

    private static Frame convert(Conversion conversion, Frame from, Frame to) {
        try {
            conversion.convert(from, to);
            return to;
        } catch (RuntimeException e) {
            to.close();
            throw e;
        }
    }

    private static FrameFormat format(String pixelFormat, int width, int height) {
        PixelLayout layout = PixelFormats.layoutOf(pixelFormat)
                .orElseThrow(() ->
                        new IllegalArgumentException("pixel format '" + pixelFormat + "' cannot be converted to RGB"));
        return new FrameFormat(layout, width, height);
    }

    @Override
    public void close() {
        toRgb.close();
        toYuv.close();
    }
}
