package io.genga.runtime.work;

import io.genga.contracts.event.StageTimings;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Adds up how long the stages of one piece of work take. For use by one thread. */
public final class StageClock {

    private final Map<String, Long> nanos = new TreeMap<>();

    /** Runs {@code step} and counts its time to {@code stage}, also where it fails. */
    public <T, X extends Exception> T time(String stage, Step<T, X> step) throws X {
        long start = System.nanoTime();
        try {
            return step.run();
        } finally {
            nanos.merge(stage, System.nanoTime() - start, Long::sum);
        }
    }

    /** As {@link #time}, of a step without result. */
    public <X extends Exception> void timeRun(String stage, Action<X> action) throws X {
        time(stage, () -> {
            action.run();
            return null;
        });
    }

    public StageTimings timings() {
        Map<String, Long> millis = new TreeMap<>();
        nanos.forEach((stage, time) -> millis.put(stage, TimeUnit.NANOSECONDS.toMillis(time)));
        return StageTimings.of(millis);
    }

    /** A step with a result. */
    public interface Step<T, X extends Exception> {
        T run() throws X;
    }

    /** A step without result. */
    public interface Action<X extends Exception> {
        void run() throws X;
    }
}
