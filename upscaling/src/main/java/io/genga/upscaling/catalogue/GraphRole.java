package io.genga.upscaling.catalogue;

import java.util.Arrays;
import java.util.List;

/** What a graph, which is one ONNX file, does for its network. */
public enum GraphRole {
    /** Everything: the network is one graph. */
    WHOLE(""),
    /** Takes damage out of each frame, before others look at it. */
    CLEAN("clean"),
    /** Finds where the pixels of a cleaned frame are in another one. */
    FLOW("flow"),
    /** Takes a state from a frame to the one before it. */
    BACKWARD_STEP("backward-step"),
    /** Takes a state from a frame to the one after it. */
    FORWARD_STEP("forward-step"),
    /** Makes a frame larger with what both directions know of it. */
    RECONSTRUCT("reconstruct");

    private static final String ONNX = ".onnx";

    private final String spelling;

    GraphRole(String spelling) {
        this.spelling = spelling;
    }

    /** Those of a network of bidirectional recurrence, each of which it has once. */
    public static List<GraphRole> ofBothDirections() {
        return Arrays.stream(values()).filter(role -> role != WHOLE).toList();
    }

    /** As manifests write it; empty where the network is one graph. */
    public String spelling() {
        return spelling;
    }

    /** Name of the graph's file beside the manifest {@code stem.yaml}: {@code stem.onnx}, or {@code stem.flow.onnx}. */
    public String fileName(String stem) {
        return stem + (this == WHOLE ? "" : "." + spelling) + ONNX;
    }
}
