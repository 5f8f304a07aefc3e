package io.genga.standalone.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How much is done a second, in frames or in bytes, since the first were seen to be done, and what follows from it. Not thread-safe. */
final class Throughput {

    private static final double NANOS = 1e9;

    private long first = -1;
    private long firstNanos;
    private long latest;
    private long latestNanos;

    /**
     * Begins anew where the number falls: work of a killed process was lost, and counts again.
     *
     * @param done of the whole, whoever did it
     * @param nanos of a clock that only runs forward
     */
    void observe(long done, long nanos) {
        if (first < 0 || done < latest) {
            first = done;
            firstNanos = nanos;
        }
        latest = done;
        latestNanos = nanos;
    }

    /** Empty until some have been done under observation. */
    Optional<Double> perSecond() {
        long done = latest - first;
        long nanos = latestNanos - firstNanos;
        return done > 0 && nanos > 0 ? Optional.of(done * NANOS / nanos) : Optional.empty();
    }

    /** The time left, as the end of a line; empty where no speed is known yet. */
    String left(long total) {
        return perSecond()
                .map(speed -> Duration.ofSeconds((long) Math.ceil((total - latest) / speed)))
                .map(time -> "  " + clock(time) + " left")
                .orElse("");
    }

    private static String clock(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
