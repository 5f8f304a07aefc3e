package io.genga.upscaling.ncnn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the tensors through the layers and refuses the first layer that does not fit what it reads. */
final class GeometryCheck {

    /** Cubic convolution reads two pixels to either side. */
    private static final double BICUBIC_REACH = 2;

    /** Sixteen times what realesrgan-x4plus needs; without a limit a few lines could ask for any amount of memory. */
    private static final double MOST_NUMBERS_PER_PIXEL = 16_384;

    private final Map<String, Geometry> tensors = new HashMap<>();
    private final Set<String> unread = new HashSet<>();

    void add(LayerLine line, Operation operation) {
        List<Geometry> inputs =
                line.inputs().stream().map(name -> read(line, name)).toList();
        Geometry output = output(line, operation, inputs);
        requirePossible(line, output);
        for (String name : line.outputs()) {
            if (tensors.putIfAbsent(name, output) != null) {
                throw line.refusal("writes the tensor '" + name + "', which an earlier layer has written");
            }
            unread.add(name);
        }
    }

    /** What the last layer writes. */
    Geometry result(LayerLine last) {
        String name = last.outputs().get(0);
        if (unread.size() != 1) {
            throw last.refusal("must write the only result, but " + unread.size() + " tensors are read by no layer");
        }
        Geometry result = tensors.get(name);
        if (result.planes() != Geometry.PICTURE.planes()) {
            throw last.refusal("writes " + result.planes() + " planes, but a picture has " + Geometry.PICTURE.planes());
        }
        return result;
    }

    private Geometry read(LayerLine line, String name) {
        unread.remove(name);
        Geometry tensor = tensors.get(name);
        if (tensor == null) {
            throw line.refusal("reads the tensor '" + name + "', which no earlier layer writes");
        }
        return tensor;
    }

    private Geometry output(LayerLine line, Operation operation, List<Geometry> inputs) {
        if (operation instanceof Operation.Input) {
            return input(line);
        }
        Geometry first = inputs.get(0);
        if (operation instanceof Operation.Convolution convolution) {
            requirePlanes(line, convolution.inputs(), first);
            return first.seeing((convolution.kernel() - 1) / 2.0).withPlanes(convolution.outputs());
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
        return joined(line, operation, inputs);
    }

    private static void requirePossible(LayerLine line, Geometry output) {
        double numbers = output.planes() * output.scale() * output.scale();
        if (numbers > MOST_NUMBERS_PER_PIXEL) {
            throw line.refusal("makes %.0f numbers of each pixel of the input, but at most %.0f are possible"
                    .formatted(numbers, MOST_NUMBERS_PER_PIXEL));
        }
    }

    private Geometry input(LayerLine line) {
        if (!tensors.isEmpty()) {
            throw line.refusal("is not the first layer: only networks with one input can be converted");
        }
        return Geometry.PICTURE;
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
        return output;
    }

    private static Geometry joined(LayerLine line, Operation operation, List<Geometry> inputs) {
        Geometry first = inputs.get(0);
        double radius = inputs.stream().mapToDouble(Geometry::radius).max().orElseThrow();
        int planes = first.planes();
        for (Geometry input : inputs) {
            if (!input.isAsLargeAs(first)) {
                throw line.refusal("reads tensors of different sizes");
            }
            if (!(operation instanceof Operation.Concat)) {
                requirePlanes(line, planes, input);
            }
        }
        if (operation instanceof Operation.Concat) {
            planes = inputs.stream().mapToInt(Geometry::planes).sum();
        }
        return new Geometry(planes, first.scale(), radius);
    }

    private static void requirePlanes(LayerLine line, int expected, Geometry found) {
        if (expected != found.planes()) {
            throw line.refusal("works on " + expected + " planes, but reads " + found.planes());
        }
    }
}
