package io.genga.media.plan;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.HdrMetadata;
import io.genga.contracts.plan.Rational;

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
        HdrMetadata hdr) {}
