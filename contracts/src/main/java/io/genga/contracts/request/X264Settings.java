package io.genga.contracts.request;

import java.util.List;
import java.util.Set;

/**
 * H.264 by x264.
 *
 * @param crf constant rate factor, 0 to 51; smaller is better and larger
 * @param preset one of {@link #PRESETS}
 */
public record X264Settings(int crf, String preset) implements EncoderSettings {

    public static final String NAME = "x264";
    public static final List<String> PRESETS =
            List.of("ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow");
    public static final X264Settings DEFAULT = new X264Settings(18, "medium");

    public X264Settings {
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
