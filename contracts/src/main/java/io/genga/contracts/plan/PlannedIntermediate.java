package io.genga.contracts.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * The lossless intermediate film of which the chunks are pieces, where they cannot be cut out of the source itself: the source's
 * pictures, decoded once from the first to the last and encoded without loss, each at its time. Packets are counted in it, and every
 * one is a key frame. It is never a file: the extractor writes each chunk as its pictures come.
 *
 * @param codec FFmpeg's name of the lossless codec
 * @param deinterlaced order of the fields out of which whole pictures were made; null where pictures are the source's own
 * @param salvaged true where pictures that cannot be decoded whole are left out; null where they end the job
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlannedIntermediate(String codec, FieldOrder deinterlaced, Boolean salvaged) {

    public PlannedIntermediate {
        Objects.requireNonNull(codec, "codec");
        salvaged = Boolean.TRUE.equals(salvaged) ? true : null;
    }
}
