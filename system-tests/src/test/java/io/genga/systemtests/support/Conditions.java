package io.genga.systemtests.support;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for something to become true, in another process. */
public final class Conditions {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Conditions() {}

    /**
     * @param state what to say where the condition never came true
     */
    public static void await(String condition, BooleanSupplier isTrue, Supplier<String> state) {
        Instant end = Instant.now().plus(LIMIT);
        while (!isTrue.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain for: " + condition + ". State: " + state.get());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
