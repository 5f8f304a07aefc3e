package io.genga.upscaling.ncnn;

import java.util.List;

/**
 * A network of one input and one output, its layers in an order in which they can be run.
 *
 * @param geometry of the output, as it follows from the layers
 * @param parameters trained numbers
 */
public record NcnnNetwork(List<Layer> layers, Geometry geometry, long parameters) {

    public NcnnNetwork {
        layers = List.copyOf(layers);
    }

    /** Name of the picture. */
    public String input() {
        return layers.get(0).output();
    }

    /** Name of the result. */
    public String output() {
        return layers.get(layers.size() - 1).output();
    }
}
