package io.genga.objectstore;

/** A call of the object store failed; the message names endpoint, bucket and key. */
public abstract sealed class ObjectStoreException extends RuntimeException
        permits ObjectCorruptException,
                ObjectMissingException,
                ObjectStoreRefusedException,
                ObjectStoreUnavailableException {

    private static final long serialVersionUID = 1L;

    ObjectStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
