package io.genga.media.plan;

import io.genga.contracts.plan.PlannedEncoder;
import io.genga.contracts.request.EncoderSettings;
import java.util.List;
import java.util.Optional;

/** Finds out what encoders do. */
public interface Encoders {

    /**
     * The pixel formats that an encoder takes.
     *
     * @return FFmpeg's names; empty where this machine has no such encoder
     */
    List<String> pixelFormats(EncoderSettings settings);

    /** What this machine lacks for an encoder that needs more than a processor, as the rest of a sentence; empty where nothing. */
    Optional<String> missing(EncoderSettings settings);

    /** Finds out, by opening it, what an encoder will write into its global header. */
    PlannedEncoder pin(EncoderSettings settings, TargetPicture picture);
}
