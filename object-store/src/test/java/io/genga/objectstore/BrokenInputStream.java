package io.genga.objectstore;

import java.io.IOException;
import java.io.InputStream;

/** Fails at the first read. */
final class BrokenInputStream extends InputStream {

    private final String reason;

    BrokenInputStream(String reason) {
        this.reason = reason;
    }

    @Override
    public int read() throws IOException {
        throw new IOException(reason);
    }
}
