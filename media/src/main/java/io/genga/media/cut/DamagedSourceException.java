package io.genga.media.cut;

import java.util.Locale;

/** A source cannot be decoded to the pictures that its plan promises. */
public final class DamagedSourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final double second;

    /** @param second of the film, of the picture that is not there */
    DamagedSourceException(double second, String found, Throwable cause) {
        super(String.format(Locale.ROOT, "the picture at %.1f s cannot be decoded: %s", second, found), cause);
        this.second = second;
    }

    /** Of the film, of the picture that is not there. */
    public double second() {
        return second;
    }
}
