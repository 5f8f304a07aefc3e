package io.genga.upscaling.inference;

import ai.onnxruntime.OrtEnvironment;
import io.genga.contracts.plan.PlannedTiles;

/** What the network reads tiles from, and what it writes the results to. */
record TileTensors(TileTensor input, TileTensor output) {

    /**
     * One tile.
     *
     * @param scale pixels out per pixel in
     */
    static TileTensors allocate(OrtEnvironment environment, PlannedTiles tiles, int scale) {
        return new TileTensors(
                TileTensor.allocate(environment, tiles.width(), tiles.height()),
                TileTensor.allocate(environment, tiles.width() * scale, tiles.height() * scale));
    }

    /**
     * For smaller tiles, in the same memory; to be closed before these.
     *
     * @param firstPixel of the source, from which on they lie there
     */
    TileTensors part(OrtEnvironment environment, int firstPixel, int count, int width, int height, int scale) {
        return new TileTensors(
                input.part(environment, firstPixel, count, width, height),
                output.part(environment, firstPixel * scale * scale, count, width * scale, height * scale));
    }

    /** Tiles at once. */
    int count() {
        return input.count();
    }

    void close() {
        input.tensor().close();
        output.tensor().close();
    }
}
