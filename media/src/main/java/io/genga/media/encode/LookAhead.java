package io.genga.media.encode;

import java.util.Map;

/** How many frames an encoder sees before it decides on one: what the preset says, as far as memory allows. */
enum LookAhead {

    /**
     * Presets from x264's {@code x264_param_default_preset}. In memory: a picture of 4:2:0, its half-size copies and their motion
     * costs; measured: 3.4 bytes a pixel at 1280x960, 3.0 at 2560x1920.
     */
    X264(
            4,
            Map.of(
                    "ultrafast", 0,
                    "superfast", 0,
                    "veryfast", 10,
                    "faster", 20,
                    "fast", 30,
                    "medium", 40,
                    "slow", 50,
                    "slower", 60,
                    "veryslow", 60)),

    /** Presets from x265's {@code x265_param_default_preset}. In memory: as x264's, with samples of two bytes. */
    X265(
            8,
            Map.of(
                    "ultrafast", 5,
                    "superfast", 10,
                    "veryfast", 15,
                    "faster", 15,
                    "fast", 15,
                    "medium", 20,
                    "slow", 25,
                    "slower", 40,
                    "veryslow", 40));

    private static final long BUDGET_BYTES = 256L << 20;

    /** Below this, the choice of frame types suffers visibly. */
    private static final int FEWEST = 10;

    private final int bytesPerPixel;
    private final Map<String, Integer> ofPreset;

    LookAhead(int bytesPerPixel, Map<String, Integer> ofPreset) {
        this.bytesPerPixel = bytesPerPixel;
        this.ofPreset = ofPreset;
    }

    int frames(String preset, long pixels) {
        long affordable = Math.max(FEWEST, BUDGET_BYTES / (bytesPerPixel * pixels));
        return (int) Math.min(ofPreset.get(preset), affordable);
    }
}
