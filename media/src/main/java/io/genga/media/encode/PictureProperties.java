package io.genga.media.encode;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.HdrMetadata;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedSource;
import io.genga.contracts.plan.PlannedTarget;
import io.genga.contracts.plan.Rational;
import io.genga.frames.FrameFormat;
import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.plan.TargetPicture;

/**
 * What an encoder must know of the pictures before it sees one.
 *
 * @param pixelFormat FFmpeg's name, for example {@code yuv420p}
 * @param timeBase of their time stamps
 * @param hdr null where there is none
 */
record PictureProperties(
        int width,
        int height,
        String pixelFormat,
        Rational timeBase,
        Rational sampleAspectRatio,
        ColourTags colour,
        HdrMetadata hdr) {

    static PictureProperties of(TargetPicture picture) {
        return new PictureProperties(
                picture.width(),
                picture.height(),
                picture.pixelFormat(),
                picture.timeBase(),
                picture.sampleAspectRatio(),
                picture.colour(),
                picture.hdr());
    }

    static PictureProperties of(Plan plan) {
        PlannedTarget target = plan.target();
        return new PictureProperties(
                target.width(),
                target.height(),
                target.pixelFormat(),
                plan.source().timeBase(),
                target.sampleAspectRatio(),
                target.colour(),
                target.hdr());
    }

    /** Of the source's own pictures, whose dynamic range is described by the plan. */
    static PictureProperties of(PlannedSource source) {
        return new PictureProperties(
                source.width(),
                source.height(),
                source.pixelFormat(),
                source.timeBase(),
                source.sampleAspectRatio(),
                source.colour(),
                null);
    }

    /** @throws IncapableEncoderException where this project cannot hold such pictures */
    FrameFormat format() {
        PixelLayout layout = PixelFormats.layoutOf(pixelFormat)
                .orElseThrow(() -> new IncapableEncoderException(
                        "pixel format '" + pixelFormat + "' cannot be encoded by this version"));
        return new FrameFormat(layout, width, height);
    }

    long pixels() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return width + "x" + height + " " + pixelFormat;
    }
}
