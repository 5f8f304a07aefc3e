package io.genga.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The address of a chunk's result: the digest of all that determines its bits. Computed once, by the frame extractor;
 * opaque to everybody else.
 *
 * @param value 64 lower-case hexadecimal digits
 * @see io.genga.contracts.plan.ChunkRecipe
 */
public record Fingerprint(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Fingerprint {
        Identifiers.requireMatch("fingerprint", value, Identifiers.SHA256, "64 lower-case hexadecimal digits");
    }

    @Override
    public String toString() {
        return value;
    }
}
