package io.genga.media.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Whether each frame of a result shows the same moment as that of its source, rather than one of its neighbours. Held drawings
 * look alike and give no verdict.
 *
 * <p>A neighbour differs from the frame that is due in some blocks by some pattern; if the result differs in the same blocks by the
 * same pattern, it shows the neighbour. How much of the pattern is there is found by projection (a matched filter), so that noise,
 * grain and the errors of encoders, which are not like the pattern, do not count. Not thread-safe.
 */
final class FrameOrder {

    /** How far neighbours are looked for, in frames. */
    static final int REACH = 2;

    private static final String NAME = "order";

    /** In steps of 8 bits: encoders leave out smaller changes where bits are short. */
    private static final float CLEAR_DIFFERENCE = 6;

    /** Sum of squares, in steps of 8 bits, from which a pattern is told from chance: one block by 15, or four by 8. */
    private static final double CLEAR_PATTERN = 220;

    /** Share of a neighbour's pattern from which the frame is taken for that neighbour: half of it, and a margin. */
    private static final double MOST_OF_IT = 0.6;

    private static final int NAMED = 5;

    private final List<Misplaced> misplaced = new ArrayList<>();
    private long frames;
    private long toldApart;

    /** A frame of the result that shows another one of the source; both are counted from 0. */
    private record Misplaced(long frame, double seconds, long shows) {}

    /**
     * @param found the next frame of the result
     * @param due the frame of the source with the same number, and up to {@link #REACH} before and behind it; those that do not
     *     exist are null
     * @param seconds at which it is shown
     */
    void add(Thumbnail found, Thumbnail[] due, double seconds) {
        float[] expected = due[REACH].luma();
        double best = MOST_OF_IT;
        int shown = 0;
        boolean verdict = false;
        for (int neighbour = -REACH; neighbour <= REACH; neighbour++) {
            Thumbnail other = due[REACH + neighbour];
            if (neighbour == 0 || other == null) {
                continue;
            }
            double share = shareOfPattern(found.luma(), expected, other.luma());
            verdict |= !Double.isNaN(share);
            if (share > best && isNearer(found.luma(), other.luma(), expected)) {
                best = share;
                shown = neighbour;
            }
        }
        if (shown != 0) {
            misplaced.add(new Misplaced(frames, seconds, frames + shown));
        }
        toldApart += verdict ? 1 : 0;
        frames++;
    }

    /** Whether the last frame that was added is in its place, as far as can be told. */
    boolean lastIsInPlace() {
        return misplaced.isEmpty() || misplaced.get(misplaced.size() - 1).frame() != frames - 1;
    }

    Check check() {
        if (misplaced.isEmpty()) {
            return Check.passed(
                    NAME,
                    String.format(
                            Locale.ROOT,
                            "every picture is in its place; %d of %d differ enough from their neighbours to tell",
                            toldApart,
                            frames));
        }
        String list = misplaced.stream()
                .limit(NAMED)
                .map(one -> String.format(
                        Locale.ROOT, "frame %d (%.3f s) shows frame %d", one.frame(), one.seconds(), one.shows()))
                .collect(Collectors.joining(", "));
        String rest = misplaced.size() > NAMED ? ", and " + (misplaced.size() - NAMED) + " more" : "";
        return Check.failed(NAME, list + rest);
    }

    /** 0 where {@code found} is as {@code expected}, 1 where it is as {@code other}; NaN where these are alike. */
    private static double shareOfPattern(float[] found, float[] expected, float[] other) {
        double product = 0;
        double energy = 0;
        for (int i = 0; i < found.length; i++) {
            float pattern = other[i] - expected[i];
            if (Math.abs(pattern) >= CLEAR_DIFFERENCE) {
                product += (found[i] - expected[i]) * pattern;
                energy += pattern * pattern;
            }
        }
        return energy < CLEAR_PATTERN ? Double.NaN : product / energy;
    }

    private static boolean isNearer(float[] found, float[] one, float[] other) {
        return squaredDistance(found, one) < squaredDistance(found, other) / 2;
    }

    private static double squaredDistance(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }
}
