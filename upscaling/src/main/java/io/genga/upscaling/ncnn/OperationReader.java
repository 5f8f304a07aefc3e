package io.genga.upscaling.ncnn;

import java.util.Set;

/**
 * From a layer's line, and the numbers that it owns, to what it computes. The ids of settings are those of ncnn's
 * {@code docs/developer-guide/operators.md}.
 */
final class OperationReader {

    /** Far beyond any network, and small enough for arithmetic on sizes. */
    private static final int MOST_PLANES = 16_384;

    private static final int LARGEST_KERNEL = 31;
    private static final int LARGEST_FACTOR = 16;
    private static final int LEAKY_RELU = 2;
    private static final int NEAREST = 1;
    private static final int BICUBIC = 3;

    private final BinWeights weights;

    OperationReader(BinWeights weights) {
        this.weights = weights;
    }

    Operation read(LayerLine layer) {
        return switch (layer.type()) {
            case "Input" -> input(layer);
            case "Split" -> split(layer);
            case "Convolution" -> convolution(layer);
            case "PReLU" -> parametricRelu(layer);
            case "ReLU" -> leakyRelu(layer);
            case "BinaryOp" -> add(layer);
            case "Eltwise" -> weightedAdd(layer);
            case "Concat" -> concat(layer);
            case "PixelShuffle" -> pixelShuffle(layer);
            case "Interp" -> interpolation(layer);
            default ->
                throw layer.refusal("is of a type that cannot be converted: only plain convolutional networks can be");
        };
    }

    private static Operation input(LayerLine layer) {
        layer.requireCounts(0, 1);
        layer.parameters().requireOnly(layer, Set.of());
        return new Operation.Input();
    }

    private static Operation split(LayerLine layer) {
        layer.requireCounts(1, layer.outputs().size());
        layer.parameters().requireOnly(layer, Set.of());
        return new Operation.Split();
    }

    private Operation convolution(LayerLine layer) {
        layer.requireCounts(1, 1);
        LayerParameters parameters = layer.parameters();
        parameters.requireOnly(layer, Set.of(0, 1, 4, 5, 6, 9, 10));
        int outputs = within(layer, "planes", parameters.integer(0, 0), MOST_PLANES);
        int kernel = within(layer, "pixels of kernel", parameters.integer(1, 0), LARGEST_KERNEL);
        requireSameSize(layer, kernel, parameters.integer(4, 0));
        long count = parameters.integer(6, 0);
        long perInput = (long) outputs * kernel * kernel;
        if (count < perInput || count % perInput != 0) {
            throw layer.refusal("declares " + count + " weights, which is no multiple of " + outputs + " kernels of "
                    + kernel + "x" + kernel);
        }
        float slope = activation(layer);
        float[] kernels = weights.flagged(layer, count);
        float[] bias = parameters.integer(5, 0) == 1 ? weights.plain(layer, outputs) : new float[outputs];
        return new Operation.Convolution((int) (count / perInput), outputs, kernel, kernels, bias, slope);
    }

    private static void requireSameSize(LayerLine layer, int kernel, int padding) {
        if (kernel % 2 == 0 || padding != kernel / 2) {
            throw layer.refusal("pads a kernel of " + kernel + "x" + kernel + " by " + padding
                    + ": only convolutions that keep the size can be converted");
        }
    }

    private static float activation(LayerLine layer) {
        int type = layer.parameters().integer(9, 0);
        float[] settings = layer.parameters().decimals(10);
        if (type == 0) {
            return 1;
        }
        if (type == 1) {
            return 0;
        }
        if (type == LEAKY_RELU && settings.length == 1) {
            return settings[0];
        }
        throw layer.refusal("is followed by activation " + type + " with " + settings.length
                + " settings: only ReLU (1) and leaky ReLU (2) can be converted");
    }

    private Operation parametricRelu(LayerLine layer) {
        layer.requireCounts(1, 1);
        layer.parameters().requireOnly(layer, Set.of(0));
        int slopes = within(layer, "slopes", layer.parameters().integer(0, 0), MOST_PLANES);
        return new Operation.ParametricRelu(weights.plain(layer, slopes));
    }

    private static Operation leakyRelu(LayerLine layer) {
        layer.requireCounts(1, 1);
        layer.parameters().requireOnly(layer, Set.of(0));
        return new Operation.LeakyRelu(layer.parameters().decimal(0, 0));
    }

    private static Operation add(LayerLine layer) {
        layer.requireCounts(2, 1);
        layer.parameters().requireOnly(layer, Set.of(0));
        int operation = layer.parameters().integer(0, 0);
        if (operation != 0) {
            throw layer.refusal("computes operation " + operation + ": only the sum (0) can be converted");
        }
        return new Operation.Add();
    }

    private static Operation weightedAdd(LayerLine layer) {
        layer.requireCounts(2, 1);
        layer.parameters().requireOnly(layer, Set.of(0, 1));
        int operation = layer.parameters().integer(0, 0);
        float[] factors = layer.parameters().decimals(1);
        if (operation != 1 || (factors.length != 0 && factors.length != 2)) {
            throw layer.refusal("computes operation " + operation + " with " + factors.length
                    + " factors: only the sum (1) with two factors or none can be converted");
        }
        return factors.length == 0 ? new Operation.Add() : new Operation.WeightedAdd(factors[0], factors[1]);
    }

    private static Operation concat(LayerLine layer) {
        layer.requireCounts(Math.max(1, layer.inputs().size()), 1);
        layer.parameters().requireOnly(layer, Set.of(0));
        int axis = layer.parameters().integer(0, 0);
        if (axis != 0) {
            throw layer.refusal("joins along axis " + axis + ": only planes (0) can be joined");
        }
        return new Operation.Concat();
    }

    private static Operation pixelShuffle(LayerLine layer) {
        layer.requireCounts(1, 1);
        layer.parameters().requireOnly(layer, Set.of(0));
        return new Operation.PixelShuffle(
                within(layer, "times the size", layer.parameters().integer(0, 1), LARGEST_FACTOR));
    }

    private static Operation interpolation(LayerLine layer) {
        layer.requireCounts(1, 1);
        layer.parameters().requireOnly(layer, Set.of(0, 1, 2));
        int method = layer.parameters().integer(0, 0);
        float factor = layer.parameters().decimal(1, 1);
        if (factor != layer.parameters().decimal(2, 1)) {
            throw layer.refusal("stretches the picture: only equal factors of width and height can be converted");
        }
        if (method == NEAREST && factor >= 1 && factor <= LARGEST_FACTOR && factor == Math.rint(factor)) {
            return new Operation.Nearest((int) factor);
        }
        if (method == BICUBIC && factor > 0 && factor <= LARGEST_FACTOR) {
            return new Operation.Bicubic(factor);
        }
        throw layer.refusal("resizes by " + factor + " with method " + method
                + ": only nearest (1) by whole numbers and bicubic (3) can be converted");
    }

    private static int within(LayerLine layer, String what, int value, int most) {
        if (value < 1 || value > most) {
            throw layer.refusal("declares " + value + " " + what + ", but 1 to " + most + " are possible");
        }
        return value;
    }
}
