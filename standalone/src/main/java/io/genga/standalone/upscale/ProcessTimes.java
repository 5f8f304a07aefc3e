package io.genga.standalone.upscale;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;

/**
 * @param started when this process began
 * @param ready when its platform could take work
 */
record ProcessTimes(Instant started, Instant ready) {

    private static final double MILLIS = 1000;

    static ProcessTimes platformReadyNow() {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        return new ProcessTimes(Instant.ofEpochMilli(started), Instant.now());
    }

    double startupSeconds() {
        return secondsUntil(ready);
    }

    /** From the start of the process, to the millisecond. */
    double secondsUntil(Instant moment) {
        return Duration.between(started, moment).toMillis() / MILLIS;
    }
}
