package io.genga.media.encode;

import java.util.Map;

/** How many frames x264 sees before it decides on one: what the preset says, as far as memory allows. */
final class LookAhead {

    /** From x264's {@code x264_param_default_preset}. */
    private static final Map<String, Integer> OF_PRESET = Map.of(
            "ultrafast", 0,
            "superfast", 0,
            "veryfast", 10,
            "faster", 20,
            "fast", 30,
            "medium", 40,
            "slow", 50,
            "slower", 60,
            "veryslow", 60);

    private static final long BUDGET_BYTES = 256L << 20;

    /** Measured: a picture of 4:2:0, its half-size copies and their motion costs. */
    private static final int BYTES_PER_PIXEL = 4;

    /** Below this, x264's choice of frame types suffers visibly. */
    private static final int FEWEST = 10;

    private LookAhead() {}

    static int frames(String preset, long pixels) {
        long affordable = Math.max(FEWEST, BUDGET_BYTES / (BYTES_PER_PIXEL * pixels));
        return (int) Math.min(OF_PRESET.get(preset), affordable);
    }
}
