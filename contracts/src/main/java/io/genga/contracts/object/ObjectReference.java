package io.genga.contracts.object;

import io.genga.contracts.id.Sha256;
import java.util.Objects;

/**
 * A claim check: what a message carries in place of bytes.
 *
 * @param size in bytes
 * @param sha256 of the content; whoever reads the object compares it
 */
public record ObjectReference(String bucket, String key, long size, Sha256 sha256) {

    public ObjectReference {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(sha256, "sha256");
        if (size < 0) {
            throw new IllegalArgumentException("size " + size + " of " + bucket + "/" + key + " must not be negative");
        }
    }
}
