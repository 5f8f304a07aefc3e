package io.genga.media.ffmpeg;

/** A call of FFmpeg's libraries failed. */
public final class FfmpegException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    FfmpegException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** FFmpeg's negative error code, for example {@code AVERROR_INVALIDDATA}. */
    public int code() {
        return code;
    }
}
