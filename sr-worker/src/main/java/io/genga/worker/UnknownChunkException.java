package io.genga.worker;

/** A request names a chunk that its plan does not have. */
final class UnknownChunkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownChunkException(String message) {
        super(message);
    }
}
