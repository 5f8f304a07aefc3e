package io.genga.contracts.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.request.OutputContainer;
import java.util.Objects;
import java.util.Optional;

/**
 * The film that will exist.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pixelFormat FFmpeg's name, for example {@code yuv420p}
 * @param sampleAspectRatio the source's
 * @param colour the tags that are written, never a matrix left for the player to guess
 * @param hdr the source's; null where it has none
 */
public record PlannedTarget(
        OutputContainer container,
        String outputName,
        int width,
        int height,
        String pixelFormat,
        Rational sampleAspectRatio,
        ColourTags colour,
        PlannedEncoder encoder,
        @JsonInclude(JsonInclude.Include.NON_NULL) HdrMetadata hdr) {

    public PlannedTarget {
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(outputName, "outputName");
        Objects.requireNonNull(pixelFormat, "pixelFormat");
        Objects.requireNonNull(sampleAspectRatio, "sampleAspectRatio");
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(encoder, "encoder");
    }

    public PictureSize size() {
        return new PictureSize(width, height);
    }

    public Optional<HdrMetadata> optionalHdr() {
        return Optional.ofNullable(hdr);
    }
}
