package io.genga.media.encode;

import io.genga.contracts.plan.PlannedEncoder;
import io.genga.contracts.request.EncoderSettings;
import io.genga.media.plan.Encoders;
import io.genga.media.plan.TargetPicture;
import java.util.List;
import java.util.Optional;

/** Finds out, by asking and by opening it, what an encoder will do. Stateless and thread-safe. */
public final class EncoderProbe implements Encoders {

    private final int threads;

    private EncoderProbe(int threads) {
        this.threads = threads;
    }

    /**
     * Pins encoders that run with so many threads. Where this machine has no such encoder, or it refuses the pictures, pinning
     * throws an {@link IncapableEncoderException}.
     *
     * @param threads part of the result: x264's output differs with its thread count
     */
    public static EncoderProbe withThreads(int threads) {
        return new EncoderProbe(threads);
    }

    @Override
    public List<String> pixelFormats(EncoderSettings settings) {
        return CodecConfiguration.of(settings).pixelFormats();
    }

    @Override
    public Optional<String> missing(EncoderSettings settings) {
        return CodecConfiguration.of(settings) instanceof NvencConfiguration nvenc
                ? NvencCard.missing(nvenc)
                : Optional.empty();
    }

    @Override
    public PlannedEncoder pin(EncoderSettings settings, TargetPicture picture) {
        try (OpenEncoder encoder = OpenEncoder.open(settings, PictureProperties.of(picture), threads)) {
            return encoder.pinned();
        }
    }
}
