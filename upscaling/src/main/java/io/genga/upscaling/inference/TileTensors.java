package io.genga.upscaling.inference;

import ai.onnxruntime.OrtEnvironment;
import io.genga.contracts.plan.PlannedTiles;

/** What the network reads a tile from, and what it writes the result to. */
record TileTensors(TileTensor input, TileTensor output) {

    /** @param scale pixels out per pixel in */
    static TileTensors allocate(OrtEnvironment environment, PlannedTiles tiles, int scale) {
        return new TileTensors(
                TileTensor.allocate(environment, tiles.width(), tiles.height()),
                TileTensor.allocate(environment, tiles.width() * scale, tiles.height() * scale));
    }

    /** For a smaller tile, in the same memory; to be closed before these. */
    TileTensors part(OrtEnvironment environment, int width, int height, int scale) {
        return new TileTensors(
                input.part(environment, width, height), output.part(environment, width * scale, height * scale));
    }

    void close() {
        input.tensor().close();
        output.tensor().close();
    }
}
