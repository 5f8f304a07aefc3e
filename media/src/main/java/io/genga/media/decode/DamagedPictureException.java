package io.genga.media.decode;

/** FFmpeg decoded a picture, but had to guess a part of it. */
public final class DamagedPictureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param pts in the time base of the packets */
    DamagedPictureException(long pts) {
        super("the picture at time stamp " + pts + " could be decoded in part only");
    }
}
