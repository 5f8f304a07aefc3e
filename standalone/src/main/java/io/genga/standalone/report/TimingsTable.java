package io.genga.standalone.report;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The time by stage for people, the longest first. */
public final class TimingsTable {

    private static final double MILLIS = 1000;

    private TimingsTable() {}

    /**
     * One line a stage.
     *
     * @param timings milliseconds by stage
     */
    public static String of(SortedMap<String, Long> timings) {
        return timings.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(stage -> String.format(Locale.ROOT, "  %-12s %8.2f s", stage.getKey(), stage.getValue() / MILLIS))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
