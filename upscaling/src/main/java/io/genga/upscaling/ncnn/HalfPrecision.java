package io.genga.upscaling.ncnn;

/** IEEE 754 binary16. */
final class HalfPrecision {

    private static final int EXPONENT_BITS = 5;
    private static final int FRACTION_BITS = 10;
    private static final int LARGEST_EXPONENT = (1 << EXPONENT_BITS) - 1;
    private static final int BIAS = 15;

    private HalfPrecision() {}

    /** Exact: every number of 16 bits is one of 32 bits. */
    static float toFloat(short bits) {
        int exponent = bits >> FRACTION_BITS & LARGEST_EXPONENT;
        int fraction = bits & (1 << FRACTION_BITS) - 1;
        float magnitude =
                switch (exponent) {
                    case 0 -> Math.scalb((float) fraction, 1 - BIAS - FRACTION_BITS);
                    case LARGEST_EXPONENT -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
                    default -> Math.scalb((float) (fraction | 1 << FRACTION_BITS), exponent - BIAS - FRACTION_BITS);
                };
        return bits < 0 ? -magnitude : magnitude;
    }
}
