package io.genga.media.convert;

import io.genga.contracts.plan.ColourTags;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.PixelLayout.Model;

/** One direction of a conversion between the picture's own components and full-range R′G′B′ of the same size. */
sealed interface Conversion extends AutoCloseable permits PlaneConversion, RgbDepthConversion {

    /** @param picture of which {@code rgb} is made */
    static Conversion toRgb(FrameFormat picture, FrameFormat rgb, ColourTags colour) {
        return picture.layout().model() == Model.RGB
                ? new RgbDepthConversion(picture, rgb)
                : PlaneConversion.toRgb(picture, rgb, colour);
    }

    /** @param picture which is made of {@code rgb} */
    static Conversion fromRgb(FrameFormat rgb, FrameFormat picture, ColourTags colour) {
        return picture.layout().model() == Model.RGB
                ? new RgbDepthConversion(rgb, picture)
                : PlaneConversion.toYuv(rgb, picture, colour);
    }

    /** @param target overwritten; both frames stay the caller's */
    void convert(Frame source, Frame target);

    @Override
    void close();
}
