package io.genga.media.verify;

import java.util.Locale;

/**
 * How far the colours of a result are from those of its source, both as a player shows them: where a matrix or a range is wrong, or
 * a network has tinted the picture, all blocks of a colour are off alike. Not thread-safe.
 */
final class ColourShift {

    private static final String NAME = "colours";

    /**
     * In steps of 8 bits, of the square root of the mean square over blocks and frames. An encoder at crf 28 stays below 1, BT.601
     * taken for BT.709 gives about 10 in strong colours, a wrong range more than 10.
     */
    private static final double MOST = 3;

    private static final String[] NAMES = {"red", "green", "blue"};

    private final double[] sums = new double[NAMES.length];
    private final double[] squares = new double[NAMES.length];
    private long blocks;

    void add(Thumbnail found, Thumbnail expected) {
        for (int i = 0; i < found.rgb().length; i++) {
            double difference = shown(found.rgb()[i]) - shown(expected.rgb()[i]);
            sums[i % NAMES.length] += difference;
            squares[i % NAMES.length] += difference * difference;
        }
        blocks += Thumbnail.BLOCKS;
    }

    /** What cannot be shown does not count. */
    private static double shown(float value) {
        return Math.max(0, Math.min(255, value));
    }

    Check check() {
        if (blocks == 0) {
            return Check.failed(NAME, "no picture could be compared");
        }
        StringBuilder figures = new StringBuilder();
        double worst = 0;
        for (int i = 0; i < NAMES.length; i++) {
            double error = Math.sqrt(squares[i] / blocks);
            worst = Math.max(worst, error);
            figures.append(String.format(
                    Locale.ROOT, "%s%s %+.2f (rms %.2f)", i == 0 ? "" : ", ", NAMES[i], sums[i] / blocks, error));
        }
        return Check.of(
                NAME,
                worst <= MOST,
                figures + String.format(Locale.ROOT, " steps of 8 bits; at most %.0f rms is allowed", MOST));
    }
}
