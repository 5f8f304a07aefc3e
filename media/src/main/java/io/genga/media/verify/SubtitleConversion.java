package io.genga.media.verify;

import static io.genga.media.verify.VerificationFailedException.requireEqual;

import java.util.Locale;

/**
 * Text subtitles of a source and what they became in another format.
 *
 * @param from FFmpeg's name of the source's format
 * @param to of the film's
 */
record SubtitleConversion(String from, String to, ShownText before, ShownText after) {

    private static final double NANOSECONDS_IN_A_MILLISECOND = 1e6;

    /** @throws VerificationFailedException where anything reads otherwise, or at another time */
    void require(String label, long toleranceInNanoseconds) {
        requireEqual("texts of " + label, before.texts().size(), after.texts().size());
        requireEqual("wording of " + label, before.wording(), after.wording());
        long farthest = before.farthestFrom(after, 0);
        if (Math.abs(farthest) > toleranceInNanoseconds) {
            throw new VerificationFailedException(
                    "times of " + label, "within " + toleranceInNanoseconds + " ns", farthest + " ns off");
        }
    }

    /** @param delay by which the film's picture begins later, in nanoseconds */
    Check check(String name, long delay, double toleranceInMilliseconds) {
        double offset = before.farthestFrom(after, delay) / NANOSECONDS_IN_A_MILLISECOND;
        boolean sameWords = before.wording().equals(after.wording());
        String words = sameWords
                ? "all " + before.texts().size() + " texts are the source's"
                : before.texts().size() + " texts became " + after.texts().size() + ", or say something else";
        return Check.of(
                name,
                sameWords && Math.abs(offset) <= toleranceInMilliseconds,
                String.format(
                        Locale.ROOT,
                        "converted from %s to %s, %s; against the picture at most %+.3f ms off",
                        from,
                        to,
                        words,
                        offset));
    }
}
