package io.genga.media.convert;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedSource;
import io.genga.contracts.plan.PlannedTarget;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.PixelFormats;

/**
 * Converts the source's pictures to planar R, G, B of 8 bits in full range, and the upscaled ones to the target's pixel
 * format, by the matrix, range and chroma location of the plan. The same input gives the same output. Not thread-safe.
 */
public final class ColourConverter implements AutoCloseable {

    private final FramePool pool;
    private final ColourTags targetColour;
    private final FrameFormat targetFormat;
    private final PlaneConversion toRgb;
    private final PlaneConversion toYuv;

    private ColourConverter(
            FramePool pool,
            ColourTags targetColour,
            FrameFormat targetFormat,
            PlaneConversion toRgb,
            PlaneConversion toYuv) {
        this.pool = pool;
        this.targetColour = targetColour;
        this.targetFormat = targetFormat;
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
        PlaneConversion toRgb = PlaneConversion.toRgb(sourceFormat, source.colour());
        try {
            PlaneConversion toYuv = PlaneConversion.toYuv(targetFormat, target.colour());
            return new ColourConverter(pool, target.colour(), targetFormat, toRgb, toYuv);
        } catch (RuntimeException e) {
            toRgb.close();
            throw e;
        }
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
        try (PlaneConversion conversion = PlaneConversion.toRgb(yuv.format(), yuv.colour())) {
            return convert(conversion, yuv, pool.acquire(rgb, yuv.pts(), yuv.colour()));
        }
    }

    /**
     * @param yuv of the source's size and pixel format; stays the caller's
     * @return {@link PixelLayout#RGB_8} of the same size, time stamp and colour tags, in full range; owned by the caller
     */
    public Frame toRgb(Frame yuv) {
        FrameFormat source = yuv.format();
        FrameFormat rgb = new FrameFormat(PixelLayout.RGB_8, source.width(), source.height());
        return convert(toRgb, yuv, pool.acquire(rgb, yuv.pts(), yuv.colour()));
    }

    /**
     * @param rgb {@link PixelLayout#RGB_8} of the target's size; stays the caller's
     * @return of the target's pixel format and colour, with the same time stamp; owned by the caller
     */
    public Frame toYuv(Frame rgb) {
        return convert(toYuv, rgb, pool.acquire(targetFormat, rgb.pts(), targetColour));
    }

    private static Frame convert(PlaneConversion conversion, Frame from, Frame to) {
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
