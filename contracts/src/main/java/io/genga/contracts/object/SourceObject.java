package io.genga.contracts.object;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * A video as it was found in the store, before anybody has read it: its sha256 is not known yet.
 *
 * @param size in bytes
 * @param etag as the store gave it; no content hash for an object of several parts
 * @param versionId null where the bucket is not versioned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceObject(String bucket, String key, long size, String etag, String versionId) {

    public SourceObject {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(etag, "etag");
    }

    /** What tells this content from a later one under the same key. */
    public String revision() {
        return versionId != null ? versionId : etag + ":" + size;
    }
}
