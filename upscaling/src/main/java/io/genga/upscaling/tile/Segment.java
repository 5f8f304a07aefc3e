package io.genga.upscaling.tile;

/**
 * A tile along one axis, in pixels of the frame.
 *
 * @param origin where the tile begins
 * @param keptFrom first pixel whose result is kept
 * @param keptTo pixel behind the last whose result is kept
 */
record Segment(int origin, int keptFrom, int keptTo) {

    int kept() {
        return keptTo - keptFrom;
    }
}
