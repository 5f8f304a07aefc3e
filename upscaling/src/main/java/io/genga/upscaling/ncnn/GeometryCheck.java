package io.genga.upscaling.ncnn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the tensors through the layers and refuses the first layer that does not fit what it reads. */
final class GeometryCheck {

    /** Sixteen times what realesrgan-x4plus needs; without a limit a few lines could ask for any amount of memory. */
    private static final double MOST_NUMBERS_PER_PIXEL = 16_384;

    /** Nine times what waifu2x's denoiser needs. */
    private static final int MOST_BORDER = 256;

    private final Map<String, Geometry> tensors = new HashMap<>();
    private final Set<String> unread = new HashSet<>();
    private final StrideCheck strides = new StrideCheck();

    void add(LayerLine line, Operation operation) {
        List<Geometry> inputs =
                line.inputs().stream().map(name -> read(line, name)).toList();
        Geometry output = inputs.isEmpty() ? input(line) : OperationGeometry.output(line, operation, inputs);
        inputs.stream().findFirst().ifPresent(input -> strides.add(operation, input));
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
        if (result.pooled()) {
            throw last.refusal("writes one number per plane, which is no picture");
        }
        if (result.planes() != Geometry.PICTURE.planes()) {
            throw last.refusal("writes " + result.planes() + " planes, but a picture has " + Geometry.PICTURE.planes());
        }
        requireWholeBorder(last, result);
        return result;
    }

    /** What the sides of pictures must be multiples of. */
    int multiple(LayerLine last) {
        return strides.multiple(last, (int) result(last).border());
    }

    private Geometry read(LayerLine line, String name) {
        unread.remove(name);
        Geometry tensor = tensors.get(name);
        if (tensor == null) {
            throw line.refusal("reads the tensor '" + name + "', which no earlier layer writes");
        }
        return tensor;
    }

    private static void requirePossible(LayerLine line, Geometry output) {
        double numbers = output.planes() * output.scale() * output.scale();
        if (numbers > MOST_NUMBERS_PER_PIXEL) {
            throw line.refusal("makes %.0f numbers of each pixel of the input, but at most %.0f are possible"
                    .formatted(numbers, MOST_NUMBERS_PER_PIXEL));
        }
    }

    private static void requireWholeBorder(LayerLine last, Geometry result) {
        double border = result.border();
        if (border < 0 || border > MOST_BORDER || border != Math.rint(border)) {
            throw last.refusal("writes pictures that would need " + border
                    + " more pixels around the picture, but only whole numbers from 0 to " + MOST_BORDER
                    + " are possible");
        }
    }

    private Geometry input(LayerLine line) {
        if (!tensors.isEmpty()) {
            throw line.refusal("is not the first layer: only networks with one input can be converted");
        }
        return Geometry.PICTURE;
    }
}
