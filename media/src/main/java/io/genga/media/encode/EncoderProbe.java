package io.genga.media.encode;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.PlannedEncoder;
import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.EncoderSettings;

/** Finds out, by opening it, what an encoder will do. */
public final class EncoderProbe {

    private EncoderProbe() {}

    /**
     * Pins the encoder of a job.
     *
     * @param width of the target in pixels
     * @param height of the target in pixels
     * @param pixelFormat FFmpeg's name, for example {@code yuv420p}
     * @param timeBase of the source's time stamps
     * @param threads part of the result: x264's output differs with its thread count
     * @throws IncapableEncoderException where this machine has no such encoder, or it refuses such pictures
     */
    public static PlannedEncoder pin(
            EncoderSettings settings,
            int width,
            int height,
            String pixelFormat,
            Rational timeBase,
            Rational sampleAspectRatio,
            ColourTags colour,
            int threads) {
        PictureProperties picture =
                new PictureProperties(width, height, pixelFormat, timeBase, sampleAspectRatio, colour);
        try (OpenEncoder encoder = OpenEncoder.open(settings, picture, threads)) {
            return encoder.pinned();
        }
    }
}
