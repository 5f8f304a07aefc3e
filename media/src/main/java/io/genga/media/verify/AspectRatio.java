package io.genga.media.verify;

import io.genga.contracts.plan.Rational;
import java.math.BigInteger;

/** A sample aspect ratio in lowest terms; square where nothing is said. */
record AspectRatio(int num, int den) {

    static AspectRatio of(Rational ratio) {
        return of(ratio.num(), ratio.den());
    }

    static AspectRatio of(int num, int den) {
        if (num <= 0 || den <= 0) {
            return new AspectRatio(1, 1);
        }
        int divisor = BigInteger.valueOf(num).gcd(BigInteger.valueOf(den)).intValue();
        return new AspectRatio(num / divisor, den / divisor);
    }

    /** In whole pixels, of a picture with {@code width} samples in a row. */
    long shownWidth(int width) {
        return Math.round((double) width * num / den);
    }

    @Override
    public String toString() {
        return num + ":" + den;
    }
}
