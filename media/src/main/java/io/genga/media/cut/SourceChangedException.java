package io.genga.media.cut;

/** A source is not the one that was planned. */
public final class SourceChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SourceChangedException(String message) {
        super(message);
    }
}
