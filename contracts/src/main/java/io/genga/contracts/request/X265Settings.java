package io.genga.contracts.request;

import java.util.List;
import java.util.Set;

/**
 * H.265 by x265.
 *
 * @param crf constant rate factor, 0 to 51; smaller is better and larger
 * @param preset one of {@link #PRESETS}
 */
public record X265Settings(int crf, String preset) implements EncoderSettings {

    public static final String NAME = "x265";
    /** The same names as x264's. */
    public static final List<String> PRESETS = X264Settings.PRESETS;

    public static final X265Settings DEFAULT = new X265Settings(18, "medium");

    public X265Settings {
        new CrfRange(0, 51).require(crf);
        if (!PRESETS.contains(preset)) {
            throw new IllegalArgumentException("preset '" + preset + "' must be one of " + String.join(", ", PRESETS));
        }
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
