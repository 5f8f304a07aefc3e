package io.genga.messaging.work;

import java.time.Duration;
import java.util.Objects;

/**
 * The circumstances do not allow the work just now, as when the store is down. The record is held through the pause and then
 * handled again by the same slot; that does not count as a failed attempt.
 *
 * @param after not negative
 * @param reason for the log
 */
public record RetryLater(Duration after, String reason) implements WorkOutcome {

    public RetryLater {
        Objects.requireNonNull(reason, "reason");
        if (after.isNegative()) {
            throw new IllegalArgumentException("cannot wait for " + after);
        }
    }
}
