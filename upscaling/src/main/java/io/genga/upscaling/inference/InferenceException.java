package io.genga.upscaling.inference;

/** A network that could be opened failed while it ran, for example for want of memory. Names network and tile. */
public final class InferenceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InferenceException(String message) {
        this(message, null);
    }

    InferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
