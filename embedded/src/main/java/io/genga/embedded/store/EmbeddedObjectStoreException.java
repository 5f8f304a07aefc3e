package io.genga.embedded.store;

/** The embedded store cannot start, or cannot stop; the message says where, why and what to do. */
public final class EmbeddedObjectStoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedObjectStoreException(String message) {
        super(message);
    }

    EmbeddedObjectStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
