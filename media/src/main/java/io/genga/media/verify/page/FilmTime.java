package io.genga.media.verify.page;

import java.util.Locale;

/** Times in a film, as people write them. */
final class FilmTime {

    private static final int SECONDS_IN_A_MINUTE = 60;
    private static final int SECONDS_IN_AN_HOUR = 3600;

    private FilmTime() {}

    /** For example {@code 0:07.250} or {@code 1:02:03.000}. */
    static String precise(double seconds) {
        long whole = (long) seconds;
        return rounded(whole) + String.format(Locale.ROOT, ".%03d", (long) ((seconds - whole) * 1000));
    }

    /** For example {@code 0:07} or {@code 1:02:03}. */
    static String rounded(long seconds) {
        long hours = seconds / SECONDS_IN_AN_HOUR;
        long minutes = seconds / SECONDS_IN_A_MINUTE % SECONDS_IN_A_MINUTE;
        long rest = seconds % SECONDS_IN_A_MINUTE;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, rest)
                : String.format(Locale.ROOT, "%d:%02d", minutes, rest);
    }
}
