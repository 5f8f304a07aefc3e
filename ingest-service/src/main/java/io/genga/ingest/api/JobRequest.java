package io.genga.ingest.api;

import io.genga.ingest.submission.RemasterOptions;

/**
 * The body of a request that names a video in the store.
 *
 * @param object the video
 * @param options how it is to be remastered; null for every default
 */
public record JobRequest(ObjectName object, RemasterOptions options) {

    /**
     * @param bucket null for the platform's own
     * @param key required
     */
    public record ObjectName(String bucket, String key) {}
}
