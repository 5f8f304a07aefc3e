package io.genga.upscaling.inference;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.GraphRole;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.catalogue.TensorPort;

/**
 * For how many frames a network of bidirectional recurrence keeps its backward states at a time: as many as fit a bound, the same on every
 * machine, since results depend on it.
 *
 * @param frames at least 1
 * @param bytes that their states take
 */
record StateWindow(int frames, long bytes) {

    /** RealBasicVSR, 640x480: 54 frames of 79 MB; 854x480: 40 of 105 MB; 1920x1080: 8 of 531 MB. */
    static final long MOST_BYTES = 4L << 30;

    /** Frames wait in memory, too: twice as many as a chunk of five seconds has at 24 a second. */
    static final int MOST_FRAMES = 256;

    /**
     * @param whole one tile as large as a padded frame
     * @param mostBytes of all states; where they do not hold one, there is one
     */
    static StateWindow of(NetworkManifest manifest, PlannedTiles whole, long mostBytes) {
        TensorPort state = manifest.graph(GraphRole.BACKWARD_STEP).output();
        long pixels = (long) whole.width() * state.scale() * whole.height() * state.scale();
        long each = pixels * state.channels() * Float.BYTES;
        int frames = (int) Math.max(1, Math.min(MOST_FRAMES, mostBytes / each));
        return new StateWindow(frames, frames * each);
    }
}
