package io.genga.media.still;

/** A film was searched for a picture in vain. */
public final class NoSuchPictureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchPictureException(long pts, String found) {
        super("no picture at time stamp " + pts + ": " + found);
    }
}
