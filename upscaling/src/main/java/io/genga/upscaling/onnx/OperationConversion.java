package io.genga.upscaling.onnx;

import io.genga.upscaling.ncnn.Operation;
import java.util.List;

/** Writes what each operation computes as nodes of ONNX. */
final class OperationConversion {

    private final GraphBuilder graph;

    OperationConversion(GraphBuilder graph) {
        this.graph = graph;
    }

    /**
     * Adds the nodes that compute one operation.
     *
     * @param inputs values that the operation reads
     * @param output name for the value that it writes, and prefix of the names of its weights
     * @return name of the value that it writes
     */
    String add(Operation operation, List<String> inputs, String output) {
        if (operation instanceof Operation.Convolution convolution) {
            return convolution(convolution, inputs.get(0), output);
        }
        if (operation instanceof Operation.ParametricRelu relu) {
            String slopes = graph.floats(output + "_slopes", relu.slopes(), relu.slopes().length, 1, 1);
            return graph.node("PRelu", List.of(inputs.get(0), slopes), output);
        }
        if (operation instanceof Operation.LeakyRelu relu) {
            return rectified(inputs.get(0), relu.negativeSlope(), output);
        }
        if (operation instanceof Operation.WeightedAdd sum) {
            String first = scaled(inputs.get(0), sum.first(), output + "_first");
            return graph.node("Add", List.of(first, scaled(inputs.get(1), sum.second(), output + "_second")), output);
        }
        if (operation instanceof Operation.PixelShuffle shuffle) {
            return pixelShuffle(inputs.get(0), shuffle.factor(), output);
        }
        if (operation instanceof Operation.Nearest nearest) {
            return nearest(inputs.get(0), nearest.factor(), output);
        }
        if (operation instanceof Operation.Bicubic bicubic) {
            return new BicubicConversion(graph).add(bicubic.factor(), inputs.get(0), output);
        }
        return withoutSettings(operation, inputs, output);
    }

    private String withoutSettings(Operation operation, List<String> inputs, String output) {
        if (operation instanceof Operation.Add) {
            return graph.node("Add", inputs, output);
        }
        if (operation instanceof Operation.Concat) {
            return graph.node("Concat", inputs, output, Attributes.integer("axis", 1));
        }
        if (operation instanceof Operation.Split) {
            return inputs.get(0);
        }
        throw new IllegalArgumentException("no layer after the first can be " + operation);
    }

    private String convolution(Operation.Convolution convolution, String input, String output) {
        int kernel = convolution.kernel();
        int padding = kernel / 2;
        boolean rectified = convolution.negativeSlope() != 1;
        String sum = rectified ? output + "_sum" : output;
        graph.node(
                "Conv",
                List.of(
                        input,
                        graph.floats(
                                output + "_weights",
                                convolution.weights(),
                                convolution.outputs(),
                                convolution.inputs(),
                                kernel,
                                kernel),
                        graph.floats(output + "_bias", convolution.bias(), convolution.outputs())),
                sum,
                Attributes.integers("kernel_shape", kernel, kernel),
                Attributes.integers("pads", padding, padding, padding, padding));
        return rectified ? rectified(sum, convolution.negativeSlope(), output) : output;
    }

    private String rectified(String input, float negativeSlope, String output) {
        return negativeSlope == 0
                ? graph.node("Relu", List.of(input), output)
                : graph.node("LeakyRelu", List.of(input), output, Attributes.decimal("alpha", negativeSlope));
    }

    private String scaled(String input, float factor, String output) {
        return factor == 1
                ? input
                : graph.node("Mul", List.of(input, graph.floats(output + "_factor", new float[] {factor})), output);
    }

    private String pixelShuffle(String input, int factor, String output) {
        return graph.node(
                "DepthToSpace",
                List.of(input),
                output,
                Attributes.integer("blocksize", factor),
                Attributes.text("mode", "CRD"));
    }

    private String nearest(String input, int factor, String output) {
        String scales = graph.floats(output + "_scales", new float[] {1, 1, factor, factor}, 4);
        return graph.node(
                "Resize",
                List.of(input, "", scales),
                output,
                Attributes.text("mode", "nearest"),
                Attributes.text("coordinate_transformation_mode", "asymmetric"),
                Attributes.text("nearest_mode", "floor"));
    }
}
