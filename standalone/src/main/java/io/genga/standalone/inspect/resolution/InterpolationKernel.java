package io.genga.standalone.inspect.resolution;

/** How pictures are usually enlarged: a row of the larger one is a weighted sum of rows of the smaller one near to it. A picture that was enlarged bilinearly is found with the bicubic kernel, too. */
enum InterpolationKernel {
    /** Keys, Cubic Convolution Interpolation for Digital Image Processing, 1981, with a = −1/2, also known as Catmull-Rom. */
    BICUBIC(2) {
        @Override
        double weight(double distance) {
            if (distance < 1) {
                return (1.5 * distance - 2.5) * distance * distance + 1;
            }
            return distance < 2 ? ((-0.5 * distance + 2.5) * distance - 4) * distance + 2 : 0;
        }
    },

    /** A sinc under the main lobe of a sinc three times as wide (Duchon, Lanczos Filtering in One and Two Dimensions, 1979). */
    LANCZOS(3) {
        @Override
        double weight(double distance) {
            return distance < 3 ? sinc(distance) * sinc(distance / 3) : 0;
        }
    };

    private final int radius;

    InterpolationKernel(int radius) {
        this.radius = radius;
    }

    /** Rows of the smaller picture on each side, beyond which weights are 0. */
    int radius() {
        return radius;
    }

    /** @param distance in rows of the smaller picture, at least 0 */
    abstract double weight(double distance);

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
