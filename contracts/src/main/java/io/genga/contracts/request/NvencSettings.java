package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * H.264, H.265 or AV1 by NVENC, the encoder in NVIDIA's graphics cards.
 *
 * @param cq constant quality, from 1; smaller is better and larger
 * @param preset one of {@link #PRESETS}
 * @param tune one of {@link #TUNES}; null for the first
 */
public record NvencSettings(
        Format format,
        int cq,
        String preset,
        @JsonInclude(JsonInclude.Include.NON_NULL) String tune) implements EncoderSettings {

    /** Of the settings in JSON, and the beginning of the encoders' names. */
    static final String NAME = "nvenc";

    /** From the fastest to the best. */
    public static final List<String> PRESETS = List.of("p1", "p2", "p3", "p4", "p5", "p6", "p7");

    /** High quality, and ultra high quality, which only new cards and drivers know. Those for low latency are left out. */
    public static final List<String> TUNES = List.of("hq", "uhq");

    /** What is written. */
    public enum Format {
        H264("h264", 19, 51),
        HEVC("hevc", 21, 51),
        AV1("av1", 28, 63);

        private final String label;
        private final int defaultCq;
        private final int worstCq;

        Format(String label, int defaultCq, int worstCq) {
            this.label = label;
            this.defaultCq = defaultCq;
            this.worstCq = worstCq;
        }

        /** As FFmpeg calls it. */
        @JsonValue
        public String label() {
            return label;
        }

        @JsonCreator
        static Format of(String label) {
            return Stream.of(values())
                    .filter(format -> format.label.equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("NVENC writes no '" + label + "'"));
        }
    }

    public NvencSettings {
        new CrfRange(1, format.worstCq).require(cq);
        if (!PRESETS.contains(preset)) {
            throw new IllegalArgumentException("preset '" + preset + "' must be one of " + String.join(", ", PRESETS));
        }
        if (tune != null && (!TUNES.contains(tune) || format == Format.H264 && !tune.equals(TUNES.get(0)))) {
            List<String> choices = format == Format.H264 ? TUNES.subList(0, 1) : TUNES;
            throw new IllegalArgumentException("tune '" + tune + "' of " + NAME + "-" + format.label
                    + " must be one of " + String.join(", ", choices));
        }
    }

    /** With the defaults of {@code format}. */
    public static NvencSettings of(Format format) {
        return new NvencSettings(format, format.defaultCq, "p5", null);
    }

    @Override
    public String encoderName() {
        return NAME + "-" + format.label;
    }

    @Override
    public Set<OutputContainer> containers() {
        Set<OutputContainer> containers =
                EnumSet.of(OutputContainer.MATROSKA, OutputContainer.MP4, OutputContainer.FRAGMENTED_MP4);
        containers.add(format == Format.AV1 ? OutputContainer.WEBM : OutputContainer.MOV);
        return containers;
    }
}
