package io.genga.media.plan;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.HdrMetadata;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.RemasterRequest;
import io.genga.frames.PixelLayout;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.probe.SourceDescription;

/**
 * The pictures an encoder will be given.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pixelFormat FFmpeg's name, for example {@code yuv420p}
 * @param timeBase of their PTS, in seconds
 * @param hdr null where there is none
 */
public record TargetPicture(
        int width,
        int height,
        String pixelFormat,
        Rational timeBase,
        Rational sampleAspectRatio,
        ColourTags colour,
        HdrMetadata hdr) {

    /**
     * Of the film that is to be made of a source.
     *
     * @param layout in which its encoder is given them
     */
    public static TargetPicture of(
            SourceDescription source, RemasterRequest request, PictureSize size, PixelLayout layout) {
        return new TargetPicture(
                size.width(),
                size.height(),
                PixelFormats.nameOf(layout),
                source.timeBase(),
                source.sampleAspectRatio(),
                TargetColour.of(ColourResolution.resolve(source), layout, request.encoder()),
                source.hdr());
    }
}
