package io.genga.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The customer on whose behalf a job runs.
 *
 * @param value 1 to 63 lower-case letters, digits and hyphens, starting with a letter or a digit, since it is a segment
 *     of every object key
 */
public record TenantId(@JsonValue String value) {

    /** The tenant of a platform that serves one customer only. */
    public static final TenantId DEFAULT = new TenantId("default");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {
        Identifiers.requireMatch("tenant", value, Identifiers.SLUG, "1 to 63 of a-z, 0-9 and '-', not '-' first");
    }

    @Override
    public String toString() {
        return value;
    }
}
