package io.genga.contracts.event;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How stages that work at the same time shared that time: the one that is always busy holds up the others.
 *
 * @param wallMillis from start to end, summed over all runs of the pipeline, so that parallel ones exceed the clock
 * @param stages by their names, which are those of {@link StageTimings}, each summed over all runs
 */
public record PipelineTimings(long wallMillis, SortedMap<String, StageUse> stages) {

    public static final PipelineTimings NONE = new PipelineTimings(0, new TreeMap<>());

    public PipelineTimings {
        stages = Collections.unmodifiableSortedMap(new TreeMap<>(stages));
    }

    public static PipelineTimings of(long wallMillis, Map<String, StageUse> stages) {
        return new PipelineTimings(wallMillis, new TreeMap<>(stages));
    }

    public PipelineTimings plus(PipelineTimings other) {
        SortedMap<String, StageUse> sum = new TreeMap<>(stages);
        other.stages.forEach((stage, use) -> sum.merge(stage, use, StageUse::plus));
        return new PipelineTimings(wallMillis + other.wallMillis, sum);
    }

    /** @return of {@code millis} spent within the pipeline, the part of its time: 0 to 1 */
    public double share(long millis) {
        return wallMillis == 0 ? 0 : (double) millis / wallMillis;
    }
}
