package io.genga.contracts.plan;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.request.EncoderSettings;
import java.util.Objects;

/**
 * The encoder, pinned: every chunk of a job is encoded alike, so that they can be joined without encoding again.
 *
 * @param library name and version, for example {@code libx264 165, libavcodec 62.11.100}
 * @param threads part of the result: x264's output differs with its thread count
 * @param reorderDepth D, the frames by which decoding runs ahead of presentation; DTS[i] = sorted PTS[i − D]
 * @param parameterSets of the global header (SPS and PPS, or FFV1's configuration record) that every chunk must have
 */
public record PlannedEncoder(
        EncoderSettings settings, String library, int threads, int reorderDepth, Sha256 parameterSets) {

    public PlannedEncoder {
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(library, "library");
        Objects.requireNonNull(parameterSets, "parameterSets");
        if (threads < 1 || reorderDepth < 0) {
            throw new IllegalArgumentException("encoder threads " + threads + " must be at least 1, reorder depth "
                    + reorderDepth + " at least 0");
        }
    }
}
