package io.genga.standalone.inspect.page;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3600;

    private Numbers() {}

    /** As {@code 1:02.5} or {@code 1:00:02.5}. */
    static String time(double seconds) {
        // Rounded first, so that no minute has sixty seconds.
        double rounded = Math.round(seconds * 10) / 10.0;
        long whole = (long) rounded;
        double rest = rounded - whole + whole % SECONDS_PER_MINUTE;
        long minutes = whole / SECONDS_PER_MINUTE % SECONDS_PER_MINUTE;
        return whole < SECONDS_PER_HOUR
                ? String.format(Locale.ROOT, "%d:%04.1f", minutes, rest)
                : String.format(Locale.ROOT, "%d:%02d:%04.1f", whole / SECONDS_PER_HOUR, minutes, rest);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
