package io.genga.media.index;

/** A stream goes on with another resolution or coding than it began with. */
final class CodingChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
