package io.genga.upscaling.inference;

/** What the network reads a tile from, and what it writes the result to. */
record TileTensors(TileTensor input, TileTensor output) {

    void close() {
        input.tensor().close();
        output.tensor().close();
    }
}
