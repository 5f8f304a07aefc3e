package io.genga.upscaling.ncnn;

import java.util.ArrayList;
import java.util.List;

/**
 * A network of one input and one output, its layers in an order in which they can be run.
 *
 * @param geometry of the output, as it follows from the layers
 * @param multiple what the sides of pictures must be multiples of
 * @param parameters trained numbers
 */
public record NcnnNetwork(List<Layer> layers, Geometry geometry, int multiple, long parameters) {

    public NcnnNetwork {
        layers = List.copyOf(layers);
    }

    /** Pixels around the picture that the network reads and does not give back. */
    public int border() {
        return (int) geometry.border();
    }

    /** Whether it takes means over all that it reads, so that no part of a picture can be computed alone. */
    public boolean averagesGlobally() {
        return layers.stream().anyMatch(layer -> layer.operation() instanceof Operation.GlobalAverage);
    }

    /** The same network, its result added to the picture, whose pixels are repeated to be as many. */
    public NcnnNetwork addedToPicture() {
        int scale = (int) geometry.scale();
        List<Layer> longer = new ArrayList<>(layers);
        String repeated = add(longer, new Operation.Nearest(scale), "repeated", input());
        String picture = border() == 0
                ? repeated
                : add(longer, new Operation.Crop(border() * scale), "repeated_without_border", repeated);
        add(longer, new Operation.Add(), "added_to_picture", output(), picture);
        return new NcnnNetwork(longer, geometry, multiple, parameters);
    }

    private static String add(List<Layer> layers, Operation operation, String name, String... inputs) {
        layers.add(new Layer(name, List.of(inputs), List.of(name), operation));
        return name;
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
