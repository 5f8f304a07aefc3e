package io.genga.contracts.plan;

/**
 * An exact fraction, such as a time base in seconds or a sample aspect ratio.
 *
 * @param num not negative
 * @param den positive
 */
public record Rational(int num, int den) {

    public Rational {
        if (num < 0 || den <= 0) {
            throw new IllegalArgumentException(
                    "fraction " + num + "/" + den + " must not be negative, its denominator not 0");
        }
    }

    @Override
    public String toString() {
        return num + "/" + den;
    }
}
