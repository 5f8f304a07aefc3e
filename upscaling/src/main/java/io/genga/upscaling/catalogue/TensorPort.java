package io.genga.upscaling.catalogue;

import java.util.Optional;

/**
 * A tensor of a network that sees more than single frames, as its manifest has it.
 *
 * @param picture empty where it holds the network's own numbers
 * @param scale pixels per pixel of the frame, in each direction
 * @param offset of a neighbour: how many frames later it is
 * @param feeds the input that takes this output at the next frame
 * @param source the graph that makes this input, where the network is several
 */
public record TensorPort(
        String name,
        TensorRole role,
        Optional<TensorDescription> picture,
        int channels,
        int scale,
        int offset,
        Optional<String> feeds,
        Optional<GraphRole> source) {

    boolean hasRole(TensorRole asked) {
        return role == asked;
    }

    /** The order of its colours, and the number for full intensity; empty where it holds the network's own numbers. */
    Optional<String> colours() {
        return picture.map(described -> described.colour() + " to " + described.peak());
    }

    /** Whether it takes what an output feeds. */
    boolean isFed() {
        return role == TensorRole.PREVIOUS_OUTPUT || role == TensorRole.HIDDEN_STATE;
    }
}
