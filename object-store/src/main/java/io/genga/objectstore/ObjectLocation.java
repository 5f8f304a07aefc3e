package io.genga.objectstore;

import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.object.SourceObject;
import java.util.Objects;

/** Where an object lies, whatever its content. */
public record ObjectLocation(String bucket, String key) {

    public ObjectLocation {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
        if (bucket.isEmpty() || key.isEmpty()) {
            throw new IllegalArgumentException("an object needs a bucket and a key, not '" + bucket + "/" + key + "'");
        }
    }

    public static ObjectLocation of(ObjectReference reference) {
        return new ObjectLocation(reference.bucket(), reference.key());
    }

    public static ObjectLocation of(SourceObject source) {
        return new ObjectLocation(source.bucket(), source.key());
    }

    /** {@code bucket/key}, as messages name it. */
    @Override
    public String toString() {
        return bucket + "/" + key;
    }
}
