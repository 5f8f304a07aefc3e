package io.genga.upscaling.ncnn;

import java.util.ArrayList;
import java.util.List;

/** Finds the sizes of pictures at which no layer of a network leaves a pixel over. */
final class StrideCheck {

    /** Four halvings; networks for larger steps would waste much on padding. */
    private static final int LARGEST_MULTIPLE = 16;

    /** A layer reads {@code scale * side - missing} pixels, which its stride must divide. */
    private record Stride(double scale, double missing, int stride) {

        boolean fits(double side) {
            double pixels = scale * side - missing;
            return pixels % stride == 0;
        }
    }

    private final List<Stride> strides = new ArrayList<>();

    /** Notes what the layer demands of what it reads. */
    void add(Operation operation, Geometry input) {
        if (operation instanceof Operation.Convolution convolution) {
            Kernels kernels = convolution.kernels();
            double missing = input.trimmed() + kernels.side() - 2.0 * kernels.padding();
            strides.add(new Stride(input.scale(), missing, kernels.stride()));
        }
    }

    /**
     * The least number such that all layers fit pictures whose sides are multiples of it.
     *
     * @param last of the network, for errors
     * @param border pixels around the picture that the network reads
     */
    int multiple(LayerLine last, int border) {
        for (int multiple = 1; multiple <= LARGEST_MULTIPLE; multiple++) {
            int side = multiple;
            // What fits two multiples in succession fits all.
            if (strides.stream()
                    .allMatch(stride -> stride.fits(side + 2.0 * border) && stride.fits(2.0 * (side + border)))) {
                return multiple;
            }
        }
        throw last.refusal(
                "ends a network whose strides fit no picture with sides of multiples of 1 to " + LARGEST_MULTIPLE);
    }
}
