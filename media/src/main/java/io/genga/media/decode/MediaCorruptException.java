package io.genga.media.decode;

/** A file cannot be decoded to the pictures that the plan promises. Trying again with the same file does not help. */
public final class MediaCorruptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MediaCorruptException(String message) {
        super(message);
    }

    MediaCorruptException(String message, Throwable cause) {
        super(message, cause);
    }
}
