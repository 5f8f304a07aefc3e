package io.genga.assembler.decide.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Wall-clock time, and since when this process has been listening: nobody is silent before somebody listens. Signs of life
 * count from when they are read, so that a late reader takes nobody for dead.
 */
public final class DecideClock {

    private final LongSupplier epochMillis;
    private final Duration longestPause;
    private Instant listeningSince;
    private Instant lastTick;

    /** @param longestPause more time than this between two ticks means that this process stood still and heard nobody */
    public DecideClock(LongSupplier epochMillis, Duration longestPause) {
        this.epochMillis = epochMillis;
        this.longestPause = longestPause;
        this.listeningSince = now();
        this.lastTick = listeningSince;
    }

    public Instant now() {
        return Instant.ofEpochMilli(epochMillis.getAsLong());
    }

    /** To be called much more often than {@code longestPause}. */
    public void tick() {
        Instant now = now();
        if (Duration.between(lastTick, now).compareTo(longestPause) > 0) {
            listeningSince = now;
        }
        lastTick = now;
    }

    /** When {@code limit} has passed since {@code event}, counted only while this process listens. */
    public Instant listenedUntil(Instant event, Duration limit) {
        Instant start = event.isAfter(listeningSince) ? event : listeningSince;
        return start.plus(limit);
    }

    public boolean past(Instant time) {
        return !now().isBefore(time);
    }
}
