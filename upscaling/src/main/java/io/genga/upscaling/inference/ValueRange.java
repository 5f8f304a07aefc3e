package io.genga.upscaling.inference;

import java.nio.FloatBuffer;

/**
 * How far the numbers of a picture reach, before they are clamped.
 *
 * @param least not meaningful where not all are finite
 * @param greatest not meaningful where not all are finite
 * @param finite whether none of them is infinite or NaN
 */
record ValueRange(float least, float greatest, boolean finite) {

    /** A part of the peak so small that a sound network may round it away. */
    private static final float NEARLY = 1f / 32;

    private static final int BLOCK = 4096;
    private static final int MAGNITUDE = 0x7fffffff;
    private static final int INFINITE = 0x7f800000;

    static ValueRange of(FloatBuffer values) {
        float[] block = new float[BLOCK];
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        int magnitude = 0;
        for (int position = 0; position < values.limit(); position += BLOCK) {
            int count = Math.min(BLOCK, values.limit() - position);
            values.get(position, block, 0, count);
            for (int i = 0; i < count; i++) {
                least = Math.min(least, block[i]);
                greatest = Math.max(greatest, block[i]);
                magnitude = Math.max(magnitude, Float.floatToRawIntBits(block[i]) & MAGNITUDE);
            }
        }
        return new ValueRange(least, greatest, magnitude < INFINITE);
    }

    /** Whether clamping makes all of it black. */
    boolean isBlack() {
        return greatest <= 0;
    }

    /** Whether clamping makes all of it white. */
    boolean isSaturated(int peak) {
        return least >= peak;
    }

    /** Whether a sound network may make it black. */
    boolean isDark(int peak) {
        return greatest <= peak * NEARLY;
    }

    /** Whether a sound network may make it white. */
    boolean isBright(int peak) {
        return least >= peak * (1 - NEARLY);
    }
}
