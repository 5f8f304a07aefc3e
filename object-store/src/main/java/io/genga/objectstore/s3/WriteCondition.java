package io.genga.objectstore.s3;

import io.minio.Http;

/** What must hold at a key for a write to take place. */
enum WriteCondition {
    ANYTHING_THERE(new Http.Headers()),
    NOTHING_THERE(new Http.Headers("If-None-Match", "*"));

    private final Http.Headers headers;

    WriteCondition(Http.Headers headers) {
        this.headers = headers;
    }

    Http.Headers headers() {
        return headers;
    }
}
