package io.genga.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A class of workers that can do the same work, such as {@code cpu} or {@code gpu-16g}. Each pool has a topic of its own,
 * since a share group cannot route by capability.
 *
 * @param value 1 to 63 lower-case letters, digits and hyphens
 */
public record PoolName(@JsonValue String value) {

    public static final PoolName CPU = new PoolName("cpu");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PoolName {
        Identifiers.requireMatch("pool", value, Identifiers.SLUG, "1 to 63 of a-z, 0-9 and '-', not '-' first");
    }

    @Override
    public String toString() {
        return value;
    }
}
