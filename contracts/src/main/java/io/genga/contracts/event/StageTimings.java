package io.genga.contracts.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Time spent by stage.
 *
 * @param millis milliseconds by the name of the stage, for example {@code decode} or {@code infer}
 */
public record StageTimings(@JsonValue SortedMap<String, Long> millis) {

    public static final StageTimings NONE = new StageTimings(new TreeMap<>());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StageTimings {
        millis = Collections.unmodifiableSortedMap(new TreeMap<>(millis));
    }

    public static StageTimings of(Map<String, Long> millis) {
        return new StageTimings(new TreeMap<>(millis));
    }

    public StageTimings plus(StageTimings other) {
        SortedMap<String, Long> sum = new TreeMap<>(millis);
        other.millis.forEach((stage, time) -> sum.merge(stage, time, Long::sum));
        return new StageTimings(sum);
    }
}
