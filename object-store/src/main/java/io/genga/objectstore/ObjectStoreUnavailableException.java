package io.genga.objectstore;

/** The store cannot be reached or cannot serve now, although it was asked several times: retrying later may help. */
public final class ObjectStoreUnavailableException extends ObjectStoreException {

    private static final long serialVersionUID = 1L;

    public ObjectStoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
