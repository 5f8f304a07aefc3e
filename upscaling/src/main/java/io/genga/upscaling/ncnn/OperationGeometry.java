package io.genga.upscaling.ncnn;

import java.util.List;

/** What operations make of the shapes that they read. */
final class OperationGeometry {

    /** Cubic convolution reads two pixels to either side. */
    private static final double BICUBIC_REACH = 2;

    private OperationGeometry() {}

    /**
     * @param line of the layer, for errors
     * @param inputs at least one
     */
    static Geometry output(LayerLine line, Operation operation, List<Geometry> inputs) {
        Geometry first = inputs.get(0);
        requirePixels(line, operation, first);
        if (operation instanceof Operation.Convolution convolution) {
            return convolved(line, convolution.kernels(), first);
        }
        if (operation instanceof Operation.Deconvolution deconvolution) {
            return deconvolved(line, deconvolution.kernels(), first);
        }
        if (operation instanceof Operation.InnerProduct product) {
            requirePlanes(line, product.inputs(), first);
            return first.withPlanes(product.outputs());
        }
        if (operation instanceof Operation.ParametricRelu relu) {
            requirePlanes(line, relu.slopes().length == 1 ? first.planes() : relu.slopes().length, first);
            return first;
        }
        if (operation instanceof Operation.PixelShuffle shuffle) {
            return shuffled(line, shuffle.factor(), first);
        }
        if (operation instanceof Operation.Nearest nearest) {
            return first.scaledBy(nearest.factor());
        }
        if (operation instanceof Operation.Bicubic bicubic) {
            return resized(line, bicubic.factor(), first);
        }
        if (operation instanceof Operation.GlobalAverage) {
            return first.toPooled();
        }
        if (operation instanceof Operation.Crop crop) {
            return cropped(line, crop.pixels(), inputs);
        }
        return joined(line, operation, inputs);
    }

    private static void requirePixels(LayerLine line, Operation operation, Geometry first) {
        boolean product = operation instanceof Operation.InnerProduct;
        boolean either = operation instanceof Operation.Split || operation instanceof Operation.LeakyRelu;
        if (!either && product != first.pooled()) {
            throw line.refusal(
                    first.pooled()
                            ? "reads one number per plane, but works on pixels"
                            : "reads pixels, but works on one number per plane");
        }
    }

    private static Geometry convolved(LayerLine line, Kernels kernels, Geometry input) {
        requirePlanes(line, kernels.inputs(), input);
        int side = kernels.side();
        int stride = kernels.stride();
        return input.seeing((side - 1) / 2.0)
                .trimmedBy(side - stride - 2.0 * kernels.padding())
                .scaledBy(1.0 / stride)
                .withPlanes(kernels.outputs());
    }

    private static Geometry deconvolved(LayerLine line, Kernels kernels, Geometry input) {
        requirePlanes(line, kernels.inputs(), input);
        int side = kernels.side();
        int stride = kernels.stride();
        return input.scaledBy(stride)
                .seeing((side - 1) / 2.0)
                .trimmedBy(stride + 2.0 * kernels.padding() - side)
                .withPlanes(kernels.outputs());
    }

    private static Geometry shuffled(LayerLine line, int factor, Geometry input) {
        int square = factor * factor;
        if (input.planes() % square != 0) {
            throw line.refusal("makes pixels of every " + square + " planes, but reads " + input.planes());
        }
        return input.withPlanes(input.planes() / square).scaledBy(factor);
    }

    private static Geometry resized(LayerLine line, float factor, Geometry input) {
        Geometry output = input.seeing(BICUBIC_REACH).scaledBy(factor);
        if (output.scale() < 1 || output.scale() != Math.rint(output.scale())) {
            throw line.refusal("makes pictures " + output.scale()
                    + " times as large as the input: only whole numbers of" + " times can be converted");
        }
        if (input.trimmed() != 0) {
            throw line.refusal("resizes what has lost its edges: its size would depend on the picture's");
        }
        return output;
    }

    private static Geometry cropped(LayerLine line, int pixels, List<Geometry> inputs) {
        Geometry output = inputs.get(0).trimmedBy(2.0 * pixels);
        if (inputs.size() > 1 && !output.isAsLargeAs(inputs.get(1))) {
            throw line.refusal("takes " + pixels + " pixels off the left, but others off the right");
        }
        return output;
    }

    private static Geometry joined(LayerLine line, Operation operation, List<Geometry> inputs) {
        Geometry first = inputs.get(0);
        double radius = inputs.stream().mapToDouble(Geometry::radius).max().orElseThrow();
        int planes = first.planes();
        for (Geometry input : inputs) {
            boolean factors = operation instanceof Operation.Multiply && input.pooled();
            if (!factors && !input.isAsLargeAs(first)) {
                throw line.refusal("reads tensors of different sizes");
            }
            if (!(operation instanceof Operation.Concat)) {
                requirePlanes(line, planes, input);
            }
        }
        if (operation instanceof Operation.Concat) {
            planes = inputs.stream().mapToInt(Geometry::planes).sum();
        }
        return new Geometry(planes, first.scale(), radius, first.trimmed(), first.pooled());
    }

    private static void requirePlanes(LayerLine line, int expected, Geometry found) {
        if (expected != found.planes()) {
            throw line.refusal("works on " + expected + " planes, but reads " + found.planes());
        }
    }
}
