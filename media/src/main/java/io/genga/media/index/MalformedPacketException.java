package io.genga.media.index;

/** A packet does not have the structure that its codec prescribes. */
final class MalformedPacketException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedPacketException() {
        super("a NAL unit is longer than its packet");
    }
}
