package io.genga.upscaling.catalogue;

/** A network that cannot be run as it is. The message is one sentence that says what, where and what to do. */
public final class UnusableNetworkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnusableNetworkException(String message) {
        super(message);
    }

    public UnusableNetworkException(String message, Throwable cause) {
        super(message, cause);
    }
}
