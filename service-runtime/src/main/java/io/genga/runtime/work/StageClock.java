package io.genga.runtime.work;

import io.genga.contracts.event.PipelineTimings;
import io.genga.contracts.event.StageTimings;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Adds up how long the stages of one piece of work take. For use by one thread. */
public final class StageClock {

    private final Map<String, Long> nanos = new TreeMap<>();
    private PipelineTimings pipeline = PipelineTimings.NONE;

    /** Runs {@code step} and counts its time to {@code stage}, also where it fails. */
    public <T, X extends Exception> T time(String stage, Step<T, X> step) throws X {
        long start = System.nanoTime();
        try {
            return step.run();
        } finally {
            add(stage, System.nanoTime() - start);
        }
    }

    /** As {@link #time}, of a step without result. */
    public <X extends Exception> void timeRun(String stage, Action<X> action) throws X {
        time(stage, () -> {
            action.run();
            return null;
        });
    }

    /** Counts a run of stages that worked at the same time, and the time of each as above. */
    public void add(PipelineTimings run) {
        pipeline = pipeline.plus(run);
        run.stages().forEach((stage, use) -> add(stage, TimeUnit.MILLISECONDS.toNanos(use.busy())));
    }

    public StageTimings timings() {
        Map<String, Long> millis = new TreeMap<>();
        nanos.forEach((stage, time) -> millis.put(stage, TimeUnit.NANOSECONDS.toMillis(time)));
        return StageTimings.of(millis);
    }

    /** Of all runs of stages that worked at the same time. */
    public PipelineTimings pipeline() {
        return pipeline;
    }

    private void add(String stage, long taken) {
        nanos.merge(stage, taken, Long::sum);
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
