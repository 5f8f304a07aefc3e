package io.genga.upscaling.onnx;

import io.genga.upscaling.ncnn.Activation;
import java.util.List;

/** Writes activations as nodes of ONNX. */
final class ActivationConversion {

    private final GraphBuilder graph;

    ActivationConversion(GraphBuilder graph) {
        this.graph = graph;
    }

    /** Name of the value before the activation; that after it where there is none. */
    static String before(Activation activation, String output) {
        return isNone(activation) ? output : output + "_sum";
    }

    /** Adds a node that writes {@code output}, or none where {@code input} is it. */
    String add(Activation activation, String input, String output) {
        if (isNone(activation)) {
            return input;
        }
        if (activation instanceof Activation.Rectifier rectifier && rectifier.negativeSlope() != 0) {
            return graph.node(
                    "LeakyRelu", List.of(input), output, Attributes.decimal("alpha", rectifier.negativeSlope()));
        }
        return graph.node(activation instanceof Activation.Sigmoid ? "Sigmoid" : "Relu", List.of(input), output);
    }

    private static boolean isNone(Activation activation) {
        return activation instanceof Activation.Rectifier rectifier && rectifier.negativeSlope() == 1;
    }
}
