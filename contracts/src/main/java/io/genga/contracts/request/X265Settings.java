package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;

/**
 * H.265 by x265.
 *
 * @param crf constant rate factor, 0 to 51; smaller is better and larger
 * @param preset one of {@link #PRESETS}
 * @param tune one of {@link #TUNES}: what the pictures are like or what they are for; null for neither
 */
public record X265Settings(
        int crf,
        String preset,
        @JsonInclude(JsonInclude.Include.NON_NULL) String tune) implements EncoderSettings {

    public static final String NAME = "x265";
    /** The same names as x264's. */
    public static final List<String> PRESETS = X264Settings.PRESETS;

    /** Without {@code zerolatency}, which forbids the pictures to be reordered: their order is fixed for all of x265. */
    public static final List<String> TUNES = List.of("animation", "grain", "psnr", "ssim", "fastdecode");

    public static final X265Settings DEFAULT = new X265Settings(18, "medium");

    public X265Settings {
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
    public X265Settings(int crf, String preset) {
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
