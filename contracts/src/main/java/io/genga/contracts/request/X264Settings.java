package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;

/**
 * H.264 by x264.
 *
 * @param crf constant rate factor, 0 to 51; smaller is better and larger
 * @param preset one of {@link #PRESETS}
 * @param tune one of {@link #TUNES}: what the pictures are like or what they are for; null for neither
 */
public record X264Settings(
        int crf,
        String preset,
        @JsonInclude(JsonInclude.Include.NON_NULL) String tune) implements EncoderSettings {

    public static final String NAME = "x264";
    public static final List<String> PRESETS =
            List.of("ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow");
    /** Without {@code zerolatency}, which forbids the pictures to be reordered and their times to be irregular. */
    public static final List<String> TUNES =
            List.of("film", "animation", "grain", "stillimage", "psnr", "ssim", "fastdecode");

    public static final X264Settings DEFAULT = new X264Settings(18, "medium");

    public X264Settings {
        new CrfRange(0, 51).require(crf);
        if (!PRESETS.contains(preset)) {
            throw new IllegalArgumentException("preset '" + preset + "' must be one of " + String.join(", ", PRESETS));
        }
        if (tune != null && !TUNES.contains(tune)) {
            throw new IllegalArgumentException(
                    "tune '" + tune + "' of " + NAME + " must be one of " + String.join(", ", TUNES));
        }
    }

    /** Of no particular pictures. */
    public X264Settings(int crf, String preset) {
        this(crf, preset, null);
    }

    @Override
    public String encoderName() {
        return NAME;
    }

    @Override
    public Set<OutputContainer> containers() {
        return Set.of(
                OutputContainer.MATROSKA, OutputContainer.MP4, OutputContainer.FRAGMENTED_MP4, OutputContainer.MOV);
    }
}
