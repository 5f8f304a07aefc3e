package io.genga.media.ffmpeg;

/** FFmpeg decoded a picture, but had to guess a part of it. */
public final class DamagedPictureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long pts;

    /** @param pts in the time base of the packets */
    DamagedPictureException(long pts) {
        super("the picture at time stamp " + pts + " could be decoded in part only");
        this.pts = pts;
    }

    /** In the time base of the packets. */
    public long pts() {
        return pts;
    }
}
