package io.genga.upscaling.onnx;

import io.genga.upscaling.ncnn.Activation;
import io.genga.upscaling.ncnn.Kernels;
import io.genga.upscaling.ncnn.Operation;
import java.util.List;

/** Writes layers with weights as nodes of ONNX. */
final class WeightedConversion {

    private final GraphBuilder graph;
    private final ActivationConversion activations;

    WeightedConversion(GraphBuilder graph) {
        this.graph = graph;
        this.activations = new ActivationConversion(graph);
    }

    String convolution(Operation.Convolution convolution, String input, String output) {
        Kernels kernels = convolution.kernels();
        int side = kernels.side();
        String weights = graph.floats(
                output + "_weights", convolution.weights(), kernels.outputs(), kernels.inputs(), side, side);
        return add("Conv", kernels, List.of(input, weights), convolution.bias(), convolution.activation(), output);
    }

    String deconvolution(Operation.Deconvolution deconvolution, String input, String output) {
        Kernels kernels = deconvolution.kernels();
        int side = kernels.side();
        String weights = graph.floats(
                output + "_weights", inputsFirst(deconvolution), kernels.inputs(), kernels.outputs(), side, side);
        return add(
                "ConvTranspose",
                kernels,
                List.of(input, weights),
                deconvolution.bias(),
                deconvolution.activation(),
                output);
    }

    /** On pictures of one pixel, as ONNX has pooled planes. */
    String innerProduct(Operation.InnerProduct product, String input, String output) {
        Kernels kernels = new Kernels(product.inputs(), product.outputs(), 1, 1, 0);
        String weights =
                graph.floats(output + "_weights", product.weights(), product.outputs(), product.inputs(), 1, 1);
        return add("Conv", kernels, List.of(input, weights), product.bias(), product.activation(), output);
    }

    private String add(
            String operator,
            Kernels kernels,
            List<String> inputAndWeights,
            float[] bias,
            Activation activation,
            String output) {
        int side = kernels.side();
        int stride = kernels.stride();
        int padding = kernels.padding();
        String sum = graph.node(
                operator,
                List.of(
                        inputAndWeights.get(0),
                        inputAndWeights.get(1),
                        graph.floats(output + "_bias", bias, bias.length)),
                ActivationConversion.before(activation, output),
                Attributes.integers("kernel_shape", side, side),
                Attributes.integers("strides", stride, stride),
                Attributes.integers("pads", padding, padding, padding, padding));
        return activations.add(activation, sum, output);
    }

    /** ONNX has {@code [inputs][outputs][side][side]}. */
    private static float[] inputsFirst(Operation.Deconvolution deconvolution) {
        Kernels kernels = deconvolution.kernels();
        int kernel = kernels.side() * kernels.side();
        float[] transposed = new float[deconvolution.weights().length];
        for (int in = 0; in < kernels.inputs(); in++) {
            for (int out = 0; out < kernels.outputs(); out++) {
                System.arraycopy(
                        deconvolution.weights(),
                        (out * kernels.inputs() + in) * kernel,
                        transposed,
                        (in * kernels.outputs() + out) * kernel,
                        kernel);
            }
        }
        return transposed;
    }
}
