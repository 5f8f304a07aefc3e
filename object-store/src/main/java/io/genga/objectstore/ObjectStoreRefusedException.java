package io.genga.objectstore;

/** The store understood the call and said no, for example to the credentials: retrying will not help. */
public final class ObjectStoreRefusedException extends ObjectStoreException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code the store's own, such as {@code AccessDenied} */
    public ObjectStoreRefusedException(String message, String code, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The store's own error code, such as {@code AccessDenied} or {@code PreconditionFailed}. */
    public String code() {
        return code;
    }
}
