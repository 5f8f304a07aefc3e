package io.genga.standalone.report;

import io.genga.contracts.event.PipelineTimings;
import io.genga.contracts.event.StageUse;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The time by stage for people, the longest first. */
public final class TimingsTable {

    private static final double MILLIS = 1000;
    private static final double PERCENT = 100;

    private TimingsTable() {}

    /**
     * One line a stage, with what it did with its time where it worked beside others.
     *
     * @param timings milliseconds by stage
     * @param pipeline of the stages that worked at the same time; null where there was none
     */
    public static String of(SortedMap<String, Long> timings, PipelineTimings pipeline) {
        PipelineTimings beside = pipeline == null ? PipelineTimings.NONE : pipeline;
        return timings.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .map(stage -> String.format(Locale.ROOT, "  %-12s %8.2f s", stage.getKey(), stage.getValue() / MILLIS)
                        + use(stage.getKey(), beside))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String use(String stage, PipelineTimings pipeline) {
        StageUse use = pipeline.stages().get(stage);
        return use == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  busy %3.0f %%, waited %3.0f %% for input, %3.0f %% for room",
                        PERCENT * pipeline.share(use.busy()),
                        PERCENT * pipeline.share(use.waitedForInput()),
                        PERCENT * pipeline.share(use.waitedForRoom()));
    }
}
