package io.genga.upscaling.ncnn;

import java.util.Set;

/**
 * From a layer's line, and the numbers that it owns, to what it computes. The ids of settings are those of ncnn's
 * {@code docs/developer-guide/operators.md}.
 */
final class OperationReader {

    private static final int SUM = 0;
    private static final int PRODUCT = 2;
    private static final int AVERAGE = 1;
    /** What Scale says where its factors come from its second input. */
    private static final int FROM_SECOND_INPUT = -233;

    private static final int NEAREST = 1;
    private static final int BICUBIC = 3;

    private final BinWeights weights;
    private final WeightedLayerReader weighted;

    OperationReader(BinWeights weights) {
        this.weights = weights;
        this.weighted = new WeightedLayerReader(weights);
    }

    Operation read(LayerLine layer) {
        return switch (layer.type()) {
            case "Input" -> input(layer);
            case "Split" -> split(layer);
            case "Convolution" -> weighted.convolution(layer);
            case "Deconvolution" -> weighted.deconvolution(layer);
            case "InnerProduct" -> weighted.innerProduct(layer);
            case "Pooling" -> pooling(layer);
            case "Scale" -> scale(layer);
            case "Crop" -> CropReader.read(layer);
            case "PReLU" -> parametricRelu(layer);
            case "ReLU" -> leakyRelu(layer);
            case "BinaryOp" -> binary(layer);
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
        // A width, a height and planes: the size of the pictures that it was trained on is no limit.
        layer.parameters().requireOnly(layer, Set.of(0, 1, 2));
        int planes = layer.parameters().integer(2, Geometry.PICTURE.planes());
        if (planes != Geometry.PICTURE.planes()) {
            throw layer.refusal("reads " + planes + " planes, but a picture has " + Geometry.PICTURE.planes());
        }
        return new Operation.Input();
    }

    private static Operation split(LayerLine layer) {
        layer.requireCounts(1, layer.outputs().size());
        layer.parameters().requireOnly(layer, Set.of());
        return new Operation.Split();
    }

    private Operation parametricRelu(LayerLine layer) {
        layer.requireCounts(1, 1);
        layer.parameters().requireOnly(layer, Set.of(0));
        int slopes = Limits.require(layer, "slopes", layer.parameters().integer(0, 0), Limits.MOST_PLANES);
        return new Operation.ParametricRelu(weights.plain(layer, slopes));
    }

    private static Operation leakyRelu(LayerLine layer) {
        layer.requireCounts(1, 1);
        layer.parameters().requireOnly(layer, Set.of(0));
        return new Operation.LeakyRelu(layer.parameters().decimal(0, 0));
    }

    private static Operation binary(LayerLine layer) {
        layer.requireCounts(2, 1);
        layer.parameters().requireOnly(layer, Set.of(0));
        int operation = layer.parameters().integer(0, SUM);
        return switch (operation) {
            case SUM -> new Operation.Add();
            case PRODUCT -> new Operation.Multiply();
            default ->
                throw layer.refusal(
                        "computes operation " + operation + ": only the sum (0) and the product (2) can be converted");
        };
    }

    private static Operation scale(LayerLine layer) {
        layer.requireCounts(2, 1);
        layer.parameters().requireOnly(layer, Set.of(0));
        int factors = layer.parameters().integer(0, 0);
        if (factors != FROM_SECOND_INPUT) {
            throw layer.refusal(
                    "has " + factors + " factors of its own: only those of a second input can be converted");
        }
        return new Operation.Multiply();
    }

    private static Operation pooling(LayerLine layer) {
        layer.requireCounts(1, 1);
        layer.parameters().requireOnly(layer, Set.of(0, 4));
        if (layer.parameters().integer(0, 0) != AVERAGE || layer.parameters().integer(4, 0) != 1) {
            throw layer.refusal("is not the average of whole planes (0=1 4=1): only that can be converted");
        }
        return new Operation.GlobalAverage();
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
                Limits.require(layer, "times the size", layer.parameters().integer(0, 1), Limits.LARGEST_FACTOR));
    }

    private static Operation interpolation(LayerLine layer) {
        layer.requireCounts(1, 1);
        layer.parameters().requireOnly(layer, Set.of(0, 1, 2));
        int method = layer.parameters().integer(0, 0);
        float factor = layer.parameters().decimal(1, 1);
        if (factor != layer.parameters().decimal(2, 1)) {
            throw layer.refusal("stretches the picture: only equal factors of width and height can be converted");
        }
        if (method == NEAREST && factor >= 1 && factor <= Limits.LARGEST_FACTOR && factor == Math.rint(factor)) {
            return new Operation.Nearest((int) factor);
        }
        if (method == BICUBIC && factor > 0 && factor <= Limits.LARGEST_FACTOR) {
            return new Operation.Bicubic(factor);
        }
        throw layer.refusal("resizes by " + factor + " with method " + method
                + ": only nearest (1) by whole numbers and bicubic (3) can be converted");
    }
}
