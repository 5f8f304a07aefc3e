package io.genga.upscaling.catalogue;

import java.util.Arrays;
import java.util.List;

/** What a tensor of a network that sees more than single frames is to a film. */
public enum TensorRole {
    /** The frame that is made larger, as it is or cleaned, or the result. */
    FRAME("frame"),
    NEIGHBOUR("neighbour"),
    /** The network's result for the frame before. */
    PREVIOUS_OUTPUT("previous-output"),
    /** What the network remembers, in numbers of its own. */
    HIDDEN_STATE("hidden-state"),
    /** How far each pixel moves from one frame to another, in pixels. */
    FLOW("flow");

    private final String spelling;

    TensorRole(String spelling) {
        this.spelling = spelling;
    }

    /** Those of a network that is one graph. */
    static List<TensorRole> ofOneGraph() {
        return Arrays.stream(values()).filter(role -> role != FLOW).toList();
    }

    /** Whether such a tensor holds colours. */
    boolean isPicture() {
        return this != HIDDEN_STATE && this != FLOW;
    }

    /** As manifests write it. */
    String spelling() {
        return spelling;
    }
}
