package io.genga.upscaling.ncnn;

import java.util.Set;

/** Layers that multiply what they read by kernels of learned numbers. */
final class WeightedLayerReader {

    private final BinWeights weights;

    WeightedLayerReader(BinWeights weights) {
        this.weights = weights;
    }

    Operation convolution(LayerLine layer) {
        Kernels kernels = kernels(layer);
        return new Operation.Convolution(
                kernels, values(layer, kernels), bias(layer, kernels), ActivationReader.read(layer));
    }

    Operation deconvolution(LayerLine layer) {
        Kernels kernels = kernels(layer);
        return new Operation.Deconvolution(
                kernels, values(layer, kernels), bias(layer, kernels), ActivationReader.read(layer));
    }

    Operation innerProduct(LayerLine layer) {
        layer.requireCounts(1, 1);
        LayerParameters parameters = layer.parameters();
        parameters.requireOnly(layer, Set.of(0, 1, 2, 9, 10));
        int outputs = Limits.require(layer, "planes", parameters.integer(0, 0), Limits.MOST_PLANES);
        long count = parameters.integer(2, 0);
        Kernels kernels = new Kernels(inputs(layer, count, outputs, 1), outputs, 1, 1, 0);
        float[] values = values(layer, kernels);
        float[] bias = parameters.integer(1, 0) == 1 ? weights.plain(layer, outputs) : new float[outputs];
        return new Operation.InnerProduct(kernels.inputs(), outputs, values, bias, ActivationReader.read(layer));
    }

    private static Kernels kernels(LayerLine layer) {
        layer.requireCounts(1, 1);
        LayerParameters parameters = layer.parameters();
        parameters.requireOnly(layer, Set.of(0, 1, 3, 4, 5, 6, 9, 10));
        int outputs = Limits.require(layer, "planes", parameters.integer(0, 0), Limits.MOST_PLANES);
        int side = Limits.require(layer, "pixels of kernel", parameters.integer(1, 0), Limits.LARGEST_KERNEL);
        int stride = Limits.require(layer, "pixels of stride", parameters.integer(3, 1), Limits.LARGEST_FACTOR);
        int padding = parameters.integer(4, 0);
        if (padding < 0 || padding >= side) {
            throw layer.refusal("pads a kernel of " + side + "x" + side + " by " + padding + ", but 0 to " + (side - 1)
                    + " are possible");
        }
        return new Kernels(inputs(layer, parameters.integer(6, 0), outputs, side), outputs, side, stride, padding);
    }

    private static int inputs(LayerLine layer, long count, int outputs, int side) {
        long perInput = (long) outputs * side * side;
        if (count < perInput || count % perInput != 0) {
            throw layer.refusal("declares " + count + " weights, which is no multiple of " + outputs + " kernels of "
                    + side + "x" + side);
        }
        return (int) (count / perInput);
    }

    private float[] values(LayerLine layer, Kernels kernels) {
        return weights.flagged(layer, kernels.numbers());
    }

    private float[] bias(LayerLine layer, Kernels kernels) {
        return layer.parameters().integer(5, 0) == 1
                ? weights.plain(layer, kernels.outputs())
                : new float[kernels.outputs()];
    }
}
