package io.genga.upscaling.inference;

import ai.onnxruntime.OrtEnvironment;

/** What the network reads a tile from, and what it writes the result to. */
record TileTensors(TileTensor input, TileTensor output) {

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
