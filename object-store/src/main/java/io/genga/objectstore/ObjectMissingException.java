package io.genga.objectstore;

/** The object, or its whole bucket, is not there. */
public final class ObjectMissingException extends ObjectStoreException {

    private static final long serialVersionUID = 1L;

    public ObjectMissingException(String message, Throwable cause) {
        super(message, cause);
    }
}
