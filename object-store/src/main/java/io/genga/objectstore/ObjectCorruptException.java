package io.genga.objectstore;

/** The object's content is not what its reference promises. */
public final class ObjectCorruptException extends ObjectStoreException {

    private static final long serialVersionUID = 1L;

    public ObjectCorruptException(String message) {
        super(message, null);
    }
}
