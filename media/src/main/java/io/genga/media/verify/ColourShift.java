package io.genga.media.verify;

import java.util.Locale;

/**
 * How far the colours of a result are from those of its source, both as a player shows them. A wrong matrix, a wrong range and a network
 * that tints the picture change all areas of a colour alike, and nearly linearly: the change is fitted by least squares, and judged by
 * what it does to the colour bars of television. So it does not depend on which colours a film has; of colours that it does not have
 * nothing is claimed (ridge regression). Not thread-safe.
 */
final class ColourShift {

    private static final String NAME = "colours";

    /**
     * In steps of 8 bits. With real film, a network changed a bar by 6, BT.601 taken for BT.709 by 18, and limited range taken for full
     * by 19.
     */
    private static final double MOST = 10;

    private static final int COMPONENTS = 3;
    private static final int TERMS = COMPONENTS + 1;
    private static final double WHITE = 255;

    /** As if every area had been off by nothing in a random colour that deviates by 18 steps. */
    private static final double RIDGE = 0.005;

    /** Colour bars of 75 %: every component is there or not. ITU-R BT.471. */
    private static final double BAR = 0.75;

    private final double[][] products = new double[TERMS][TERMS];
    private final double[][] changes = new double[TERMS][COMPONENTS];
    private long areas;

    void add(Thumbnail.Area[] found, Thumbnail.Area[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].flat()) {
                add(found[i].rgb(), expected[i].rgb());
            }
        }
    }

    private void add(double[] found, double[] expected) {
        double[] terms = {expected[0] / WHITE, expected[1] / WHITE, expected[2] / WHITE, 1};
        for (int row = 0; row < TERMS; row++) {
            for (int i = 0; i < TERMS; i++) {
                products[row][i] += terms[row] * terms[i];
            }
            for (int i = 0; i < COMPONENTS; i++) {
                changes[row][i] += terms[row] * (found[i] - expected[i]) / WHITE;
            }
        }
        areas++;
    }

    Check check() {
        if (areas == 0) {
            return Check.passed(NAME, "nothing can be said: no part of the picture is large and has one colour");
        }
        double[][] fitted = new LeastSquares(products, RIDGE * areas).solve(changes);
        double worst = 0;
        String worstBar = "";
        for (int bar = 0; bar < 1 << COMPONENTS; bar++) {
            double change = changeOf(bar, fitted);
            if (change > worst) {
                worst = change;
                worstBar = nameOf(bar);
            }
        }
        return Check.of(
                NAME,
                worst <= MOST,
                String.format(
                        Locale.ROOT,
                        "colour bars would change by at most %.1f steps of 8 bits (the %s one); up to %.0f is allowed",
                        worst,
                        worstBar,
                        MOST));
    }

    /** The largest change of a component, in steps of 8 bits. */
    private static double changeOf(int bar, double[][] fitted) {
        double largest = 0;
        for (int component = 0; component < COMPONENTS; component++) {
            double change = fitted[COMPONENTS][component];
            for (int i = 0; i < COMPONENTS; i++) {
                change += (bar >> i & 1) * BAR * fitted[i][component];
            }
            largest = Math.max(largest, Math.abs(change) * WHITE);
        }
        return largest;
    }

    /** Its components in the order of bits: red, green, blue. */
    private static String nameOf(int bar) {
        return switch (bar) {
            case 0 -> "black";
            case 1 -> "red";
            case 2 -> "green";
            case 3 -> "yellow";
            case 4 -> "blue";
            case 5 -> "magenta";
            case 6 -> "cyan";
            default -> "white";
        };
    }
}
