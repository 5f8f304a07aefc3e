package io.genga.contracts.plan;

import io.genga.contracts.object.ObjectReference;
import java.util.Objects;

/**
 * The source as the extractor found it.
 *
 * @param container FFmpeg's short name of the demuxer, for example {@code matroska} or {@code mov}
 * @param codec FFmpeg's name of the video codec, for example {@code h264}
 * @param videoStream index of the stream that is remastered
 * @param timeBase of every PTS in the plan, in seconds
 * @param width of the decoded picture in pixels
 * @param height of the decoded picture in pixels
 * @param pixelFormat FFmpeg's name, for example {@code yuv420p}
 * @param sampleAspectRatio 0/1 where the source does not say
 * @param colour as resolved for conversion: the source's own where it says, else what its height implies
 */
public record PlannedSource(
        ObjectReference object,
        String container,
        String codec,
        int videoStream,
        Rational timeBase,
        int width,
        int height,
        String pixelFormat,
        Rational sampleAspectRatio,
        ColourTags colour) {

    public PlannedSource {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(codec, "codec");
        Objects.requireNonNull(timeBase, "timeBase");
        Objects.requireNonNull(pixelFormat, "pixelFormat");
        Objects.requireNonNull(sampleAspectRatio, "sampleAspectRatio");
        Objects.requireNonNull(colour, "colour");
    }
}
