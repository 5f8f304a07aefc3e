package io.genga.messaging.work;

import java.time.Duration;

/**
 * How patient a work queue is.
 *
 * @param deadline longest time of one attempt
 * @param maxAttempts failed attempts after which a record becomes a dead letter, 1 to 9: at 10 deliveries the broker itself
 *     would drop it, without a word
 * @param firstBackoff pause after the first failed attempt; it doubles with each further one
 * @param longestBackoff where the doubling ends
 * @param drainTimeout time that running work gets once the queue is told to stop
 */
public record WorkQueueSettings(
        Duration deadline, int maxAttempts, Duration firstBackoff, Duration longestBackoff, Duration drainTimeout) {

    private static final int BROKER_LIMIT = 10;

    public WorkQueueSettings {
        if (maxAttempts < 1 || maxAttempts >= BROKER_LIMIT) {
            throw new IllegalArgumentException("attempts " + maxAttempts + " must lie in 1 to " + (BROKER_LIMIT - 1));
        }
    }

    public static WorkQueueSettings defaults() {
        return new WorkQueueSettings(
                Duration.ofHours(2), 4, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(20));
    }

    public WorkQueueSettings withDeadline(Duration value) {
        return new WorkQueueSettings(value, maxAttempts, firstBackoff, longestBackoff, drainTimeout);
    }

    public WorkQueueSettings withMaxAttempts(int value) {
        return new WorkQueueSettings(deadline, value, firstBackoff, longestBackoff, drainTimeout);
    }

    public WorkQueueSettings withFirstBackoff(Duration value) {
        return new WorkQueueSettings(deadline, maxAttempts, value, longestBackoff, drainTimeout);
    }

    public WorkQueueSettings withDrainTimeout(Duration value) {
        return new WorkQueueSettings(deadline, maxAttempts, firstBackoff, longestBackoff, value);
    }

    /** The pause after the {@code failures}-th failed attempt, from 1. */
    Duration backoffAfter(int failures) {
        Duration doubled = firstBackoff.multipliedBy(1L << Math.min(failures - 1, Byte.SIZE));
        return doubled.compareTo(longestBackoff) < 0 ? doubled : longestBackoff;
    }
}
