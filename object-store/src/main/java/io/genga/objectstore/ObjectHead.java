package io.genga.objectstore;

import io.genga.contracts.id.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the store knows of an object without its content.
 *
 * @param size in bytes
 * @param etag as the store gave it, without quotes; no content hash for an object of several parts
 * @param versionId null where the bucket is not versioned, and in listings
 * @param sha256 as its writer noted it in the object's metadata; empty where he did not, and in listings
 * @param metadata all that its writer noted, by names in lower case; empty in listings
 */
public record ObjectHead(
        ObjectLocation location,
        long size,
        String etag,
        String versionId,
        Optional<Sha256> sha256,
        Instant lastModified,
        Map<String, String> metadata) {

    public ObjectHead {
        metadata = Map.copyOf(metadata);
    }
}
