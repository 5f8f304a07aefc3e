package io.genga.standalone.inspect.page;

import java.util.Locale;

/** Texts and numbers as they stand in HTML. */
final class Html {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3600;

    private Html() {}

    /** Nothing of what a file is called may become markup. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

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
