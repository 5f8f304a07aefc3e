package io.genga.media.encode;

import io.genga.media.plan.EncoderPinning;

/** Finds out, by opening it, what an encoder will do. */
public final class EncoderProbe {

    private EncoderProbe() {}

    /**
     * Pins encoders that run with so many threads. Where this machine has no such encoder, or it refuses the pictures, pinning
     * throws an {@link IncapableEncoderException}.
     *
     * @param threads part of the result: x264's output differs with its thread count
     */
    public static EncoderPinning withThreads(int threads) {
        return (settings, picture) -> {
            try (OpenEncoder encoder = OpenEncoder.open(settings, PictureProperties.of(picture), threads)) {
                return encoder.pinned();
            }
        };
    }
}
