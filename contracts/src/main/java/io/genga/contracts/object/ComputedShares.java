package io.genga.contracts.object;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * On what share of each frame's pixels the network was run for a chunk, short enough to be noted beside the chunk's result in the store.
 *
 * @param frames of the chunk
 * @param mean over all frames, halos and self-checks included, so that it may exceed 1; to six decimals
 * @param levels a digit of base 36 for each frame, or, where there are more than {@link #MOST_LEVELS}, for each of as many runs of frames, as
 *     equal as they can be: their mean share in steps of 1/35, rounded up; 0 alone where the drawing before is held, whatever of it the
 *     self-check computed again
 */
public record ComputedShares(int frames, double mean, String levels) {

    /** The name under which it is noted in the metadata of a result. */
    public static final String METADATA_NAME = "computed-shares";

    /** S3 allows 2 KB of metadata in all. */
    public static final int MOST_LEVELS = 600;

    private static final int BASE = 36;
    private static final int TOP_LEVEL = BASE - 1;
    private static final double STEPS_OF_MEAN = 1e6;
    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,9}):(\\d{1,3}\\.\\d{6}):([0-9a-z]{1," + MOST_LEVELS + "})");

    public ComputedShares {
        if (frames < 1 || levels.length() != levelsOf(frames)) {
            throw new IllegalArgumentException(
                    frames + " frames have " + levelsOf(frames) + " levels, not " + levels.length());
        }
    }

    /** @param shares of the chunk's frames in order, at least one; 1 is the whole frame */
    public static ComputedShares of(double[] shares) {
        return of(shares, Arrays.stream(shares).average().orElseThrow());
    }

    /**
     * @param shares of the chunk's frames in order, at least one; 1 is the whole frame, 0 a drawing that is held
     * @param mean over all frames, what self-checks computed of held drawings included
     */
    public static ComputedShares of(double[] shares, double mean) {
        StringBuilder levels = new StringBuilder();
        int count = levelsOf(shares.length);
        for (int i = 0; i < count; i++) {
            levels.append(Character.forDigit(
                    level(shares, firstFrame(i, shares.length), firstFrame(i + 1, shares.length)), BASE));
        }
        double rounded = Math.round(mean * STEPS_OF_MEAN) / STEPS_OF_MEAN;
        return new ComputedShares(shares.length, rounded, levels.toString());
    }

    /** Of a chunk of which every frame was computed as a whole, once. */
    public static ComputedShares whole(int frames) {
        double[] shares = new double[frames];
        Arrays.fill(shares, 1);
        return of(shares);
    }

    /** What was noted; empty where it was by another release, or by somebody else, and cannot be read. */
    public static Optional<ComputedShares> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int frames = Integer.parseInt(matcher.group(1));
        String levels = matcher.group(3);
        return frames < 1 || levels.length() != levelsOf(frames)
                ? Optional.empty()
                : Optional.of(new ComputedShares(frames, Double.parseDouble(matcher.group(2)), levels));
    }

    /** For example {@code 5:0.257143:z0090}; printable ASCII, at most 620 characters. */
    public String text() {
        return String.format(Locale.ROOT, "%d:%.6f:%s", frames, mean, levels);
    }

    /**
     * From 0, where the drawing before is held, to 1, where all was.
     *
     * @param frame its number in the chunk, from 0
     */
    public double share(int frame) {
        int level = (int) ((long) frame * levels.length() / frames);
        while (firstFrame(level + 1, frames) <= frame) {
            level++;
        }
        return (double) Character.digit(levels.charAt(level), BASE) / TOP_LEVEL;
    }

    private static int level(double[] shares, int from, int to) {
        double sum = 0;
        for (int frame = from; frame < to; frame++) {
            sum += shares[frame];
        }
        return (int) Math.ceil(TOP_LEVEL * Math.min(1, sum / (to - from)));
    }

    private static int levelsOf(int frames) {
        return Math.min(MOST_LEVELS, frames);
    }

    private static int firstFrame(int level, int frames) {
        return (int) ((long) frames * level / levelsOf(frames));
    }
}
