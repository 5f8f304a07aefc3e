package io.genga.objectstore.s3;

import io.genga.objectstore.ObjectStoreUnavailableException;
import java.time.Duration;
import java.util.function.IntFunction;

/**
 * Repeats what failed because the store was unavailable, after pauses that grow threefold.
 *
 * @param attempts at most, the first one included
 * @param firstPause before the second attempt
 */
record Retries(int attempts, Duration firstPause) {

    /** @param attempt is given its number, from 1 */
    <T> T run(IntFunction<T> attempt) {
        Duration pause = firstPause;
        for (int number = 1; number < attempts; number++) {
            try {
                return attempt.apply(number);
            } catch (ObjectStoreUnavailableException e) {
                sleep(pause, e);
                pause = pause.multipliedBy(3);
            }
        }
        return attempt.apply(attempts);
    }

    private static void sleep(Duration pause, ObjectStoreUnavailableException failure) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
