package io.genga.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The process and slot that does a piece of work, for people who look for it in logs.
 *
 * @param value 1 to 128 letters, digits, dots, hyphens and underscores, for example {@code sr-worker-7f9c-0}
 */
public record WorkerId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkerId {
        Identifiers.requireMatch("worker", value, SHAPE, "1 to 128 letters, digits, '.', '-' and '_'");
    }

    @Override
    public String toString() {
        return value;
    }
}
