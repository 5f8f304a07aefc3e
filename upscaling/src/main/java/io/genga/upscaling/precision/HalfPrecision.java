package io.genga.upscaling.precision;

/** IEEE 754 binary16. */
public final class HalfPrecision {

    private static final int EXPONENT_BITS = 5;
    private static final int FRACTION_BITS = 10;
    private static final int FLOAT_FRACTION_BITS = 23;
    private static final int LARGEST_EXPONENT = (1 << EXPONENT_BITS) - 1;
    private static final int BIAS = 15;

    /** 65504 is the largest number; from here on the nearest one would be the next power of two, which is none. */
    private static final float OVERFLOW = 65520;

    private static final float LEAST_NORMAL = 0x1p-14f;
    private static final float SUBNORMALS_PER_UNIT = 0x1p24f;
    private static final int INFINITY = 0x7c00;
    private static final int NOT_A_NUMBER = 0x7e00;

    private HalfPrecision() {}

    /** Rounds to the nearest number, of two equally near ones to the even one; infinite from 65520 on. */
    public static short fromFloat(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
        return (short) (sign | magnitude(Math.abs(value)));
    }

    private static int magnitude(float value) {
        if (Float.isNaN(value)) {
            return NOT_A_NUMBER;
        }
        if (value >= OVERFLOW) {
            return INFINITY;
        }
        if (value < LEAST_NORMAL) {
            return (int) Math.rint(value * SUBNORMALS_PER_UNIT);
        }
        int dropped = FLOAT_FRACTION_BITS - FRACTION_BITS;
        int bits = Float.floatToRawIntBits(value);
        int half = (1 << dropped - 1) - 1 + (bits >>> dropped & 1);
        return (bits + half >>> dropped) - (Float.MAX_EXPONENT - BIAS << FRACTION_BITS);
    }

    /** Exact: every number of 16 bits is one of 32 bits. */
    public static float toFloat(short bits) {
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
