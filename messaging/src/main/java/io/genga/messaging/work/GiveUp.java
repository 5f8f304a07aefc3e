package io.genga.messaging.work;

import java.util.Objects;

/**
 * No attempt can succeed: the record becomes a dead letter at once.
 *
 * @param reason one sentence
 */
public record GiveUp(String reason) implements WorkOutcome {

    public GiveUp {
        Objects.requireNonNull(reason, "reason");
    }
}
