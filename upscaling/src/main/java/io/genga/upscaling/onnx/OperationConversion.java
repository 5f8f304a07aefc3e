package io.genga.upscaling.onnx;

import io.genga.upscaling.ncnn.Activation;
import io.genga.upscaling.ncnn.Operation;
import java.util.List;

/** Writes what each operation computes as nodes of ONNX. */
final class OperationConversion {

    private final GraphBuilder graph;
    private final WeightedConversion weighted;

    OperationConversion(GraphBuilder graph) {
        this.graph = graph;
        this.weighted = new WeightedConversion(graph);
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
            return weighted.convolution(convolution, inputs.get(0), output);
        }
        if (operation instanceof Operation.Deconvolution deconvolution) {
            return weighted.deconvolution(deconvolution, inputs.get(0), output);
        }
        if (operation instanceof Operation.InnerProduct product) {
            return weighted.innerProduct(product, inputs.get(0), output);
        }
        if (operation instanceof Operation.ParametricRelu relu) {
            String slopes = graph.floats(output + "_slopes", relu.slopes(), relu.slopes().length, 1, 1);
            return graph.node("PRelu", List.of(inputs.get(0), slopes), output);
        }
        if (operation instanceof Operation.LeakyRelu relu) {
            return new ActivationConversion(graph)
                    .add(new Activation.Rectifier(relu.negativeSlope()), inputs.get(0), output);
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
        if (operation instanceof Operation.Crop crop) {
            return cropped(inputs.get(0), crop.pixels(), output);
        }
        return withoutSettings(operation, inputs, output);
    }

    private String withoutSettings(Operation operation, List<String> inputs, String output) {
        if (operation instanceof Operation.Add) {
            return graph.node("Add", inputs, output);
        }
        if (operation instanceof Operation.Multiply) {
            return graph.node("Mul", inputs, output);
        }
        if (operation instanceof Operation.GlobalAverage) {
            return graph.node("GlobalAveragePool", inputs, output);
        }
        if (operation instanceof Operation.Concat) {
            return graph.node("Concat", inputs, output, Attributes.integer("axis", 1));
        }
        if (operation instanceof Operation.Split) {
            return inputs.get(0);
        }
        throw new IllegalArgumentException("no layer after the first can be " + operation);
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

    private String cropped(String input, int pixels, String output) {
        String starts = graph.integers(output + "_starts", pixels, pixels);
        String ends = graph.integers(output + "_ends", -pixels, -pixels);
        String axes = graph.integers(output + "_axes", 2, 3);
        return graph.node("Slice", List.of(input, starts, ends, axes), output);
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
