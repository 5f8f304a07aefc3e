package io.genga.contracts.request;

import java.util.Set;

/**
 * AV1 by SVT-AV1.
 *
 * @param crf constant rate factor, 1 to 63; smaller is better and larger
 * @param preset 0 (slowest, best) to 13 (fastest)
 */
public record SvtAv1Settings(int crf, int preset) implements EncoderSettings {

    public static final String NAME = "svtav1";
    public static final SvtAv1Settings DEFAULT = new SvtAv1Settings(24, 6);

    private static final int FASTEST = 13;

    public SvtAv1Settings {
        new CrfRange(1, 63).require(crf);
        if (preset < 0 || preset > FASTEST) {
            throw new IllegalArgumentException(wrongPreset(Integer.toString(preset)));
        }
    }

    /** @throws IllegalArgumentException where it is no preset */
    static int presetOf(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrongPreset(text), e);
        }
    }

    private static String wrongPreset(String preset) {
        return "preset '" + preset + "' must be a number from 0 (slowest) to " + FASTEST + " (fastest)";
    }

    @Override
    public String encoderName() {
        return NAME;
    }

    @Override
    public Set<OutputContainer> containers() {
        return Set.of(
                OutputContainer.MATROSKA, OutputContainer.MP4, OutputContainer.FRAGMENTED_MP4, OutputContainer.WEBM);
    }
}
