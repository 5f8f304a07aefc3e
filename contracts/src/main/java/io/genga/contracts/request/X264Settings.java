package io.genga.contracts.request;

import java.util.List;

/**
 * H.264 by x264.
 *
 * @param crf constant rate factor, 0 to 51; smaller is better and larger
 * @param preset one of {@link #PRESETS}
 */
public record X264Settings(int crf, String preset) implements EncoderSettings {

    public static final List<String> PRESETS =
            List.of("ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow");
    public static final X264Settings DEFAULT = new X264Settings(18, "medium");

    private static final int WORST_CRF = 51;

    public X264Settings {
        if (crf < 0 || crf > WORST_CRF) {
            throw new IllegalArgumentException("crf " + crf + " must lie in 0 (best) to " + WORST_CRF + " (worst)");
        }
        if (!PRESETS.contains(preset)) {
            throw new IllegalArgumentException("preset '" + preset + "' must be one of " + String.join(", ", PRESETS));
        }
    }
}
