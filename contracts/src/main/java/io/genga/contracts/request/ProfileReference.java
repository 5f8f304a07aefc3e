package io.genga.contracts.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.id.Sha256;
import java.util.Objects;

/**
 * The profile that settled what was not said otherwise.
 *
 * @param sha256 of the file, where it is a user's own; null where it is built in
 */
public record ProfileReference(
        String name,
        int version,
        @JsonInclude(JsonInclude.Include.NON_NULL) Sha256 sha256) {

    public ProfileReference {
        Objects.requireNonNull(name, "name");
    }

    /** For people: {@code web, version 1}. */
    public String label() {
        return name + ", version " + version + (sha256 == null ? "" : ", of your own");
    }
}
