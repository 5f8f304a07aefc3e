package io.genga.standalone.bench;

import io.genga.contracts.event.ReuseFigures;

/**
 * What one setting of the reuse took for some frames.
 *
 * @param inference all that an upscaler does
 * @param readyTiles the network alone, on as many tiles of the same sizes
 * @param figures of the reuse; none where every frame is computed
 * @param brokenChunks whose self-check would have had them computed again
 */
record Lap(long frames, Spent inference, Spent readyTiles, ReuseFigures figures, int brokenChunks) {

    static final Lap NONE = new Lap(0, Spent.NOTHING, Spent.NOTHING, ReuseFigures.NONE, 0);

    Lap plus(Lap other) {
        return new Lap(
                frames + other.frames,
                inference.plus(other.inference),
                readyTiles.plus(other.readyTiles),
                figures.plus(other.figures),
                brokenChunks + other.brokenChunks);
    }
}
