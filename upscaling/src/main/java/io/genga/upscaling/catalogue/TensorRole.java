package io.genga.upscaling.catalogue;

/** What a tensor of a network that sees more than single frames is to a film. */
enum TensorRole {
    /** The frame that is made larger, or the result. */
    FRAME("frame"),
    NEIGHBOUR("neighbour"),
    /** The network's result for the frame before. */
    PREVIOUS_OUTPUT("previous-output"),
    /** What the network remembers, in numbers of its own. */
    HIDDEN_STATE("hidden-state");

    private final String spelling;

    TensorRole(String spelling) {
        this.spelling = spelling;
    }

    /** As manifests write it. */
    String spelling() {
        return spelling;
    }
}
