package io.genga.contracts.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.object.ObjectReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param losses streams that the film will not have
 * @param intermediate from which the chunks come; null where they are cut out of the source
 * @param notes sentences for people on what was found in the source and done about it
 * @param conversions streams of subtitles that the film will have in another format
 * @param lostMetadata what is said of single pictures and the film will not say, for example {@code HDR10+}
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
        ColourTags colour,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlannedLoss> losses,
        @JsonInclude(JsonInclude.Include.NON_NULL) PlannedIntermediate intermediate,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PlannedConversion> conversions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> lostMetadata) {

    public PlannedSource {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(codec, "codec");
        Objects.requireNonNull(timeBase, "timeBase");
        Objects.requireNonNull(pixelFormat, "pixelFormat");
        Objects.requireNonNull(sampleAspectRatio, "sampleAspectRatio");
        Objects.requireNonNull(colour, "colour");
        losses = losses == null ? List.of() : List.copyOf(losses);
        notes = notes == null ? List.of() : List.copyOf(notes);
        conversions = conversions == null ? List.of() : List.copyOf(conversions);
        lostMetadata = lostMetadata == null ? List.of() : List.copyOf(lostMetadata);
    }

    /** Of which the chunks are cut out, with nothing to note. */
    public PlannedSource(
            ObjectReference object,
            String container,
            String codec,
            int videoStream,
            Rational timeBase,
            int width,
            int height,
            String pixelFormat,
            Rational sampleAspectRatio,
            ColourTags colour,
            List<PlannedLoss> losses) {
        this(
                object,
                container,
                codec,
                videoStream,
                timeBase,
                width,
                height,
                pixelFormat,
                sampleAspectRatio,
                colour,
                losses,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /** Of the decoded pictures. */
    public PictureSize size() {
        return new PictureSize(width, height);
    }

    public Optional<PlannedIntermediate> optionalIntermediate() {
        return Optional.ofNullable(intermediate);
    }

    /** Whether what cannot be read of it is passed over. */
    @JsonIgnore
    public boolean isSalvaged() {
        return intermediate != null && intermediate.salvaged() != null;
    }

    /** The indices of {@link #losses}. */
    public Set<Integer> lostStreams() {
        return losses.stream().map(PlannedLoss::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** The film's codec of each stream that is converted, by its index. */
    public Map<Integer, String> convertedStreams() {
        return conversions.stream()
                .collect(Collectors.toUnmodifiableMap(PlannedConversion::stream, PlannedConversion::codec));
    }

    /** What of the source the film will not have as it was, one phrase each, for people. */
    public List<String> lossesInWords() {
        return Stream.of(
                        losses.stream().map(loss -> loss.label() + " left out"),
                        conversions.stream()
                                .map(conversion -> conversion.label() + " converted to " + conversion.codec()),
                        lostMetadata.stream().map(metadata -> metadata + " left out"))
                .flatMap(phrases -> phrases)
                .toList();
    }
}
