package io.genga.upscaling.inference;

/** A network needs more memory for a frame than this machine has. A larger machine may have enough. */
public final class InsufficientMemoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InsufficientMemoryException(String message) {
        super(message);
    }
}
