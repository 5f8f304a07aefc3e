package io.genga.media.stitch;

import io.genga.media.ffmpeg.FfmpegException;

/** A stream of the source, such as its sound, is so damaged that no container takes its packets. */
public final class UncopyableStreamException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UncopyableStreamException(String stream, double seconds, FfmpegException cause) {
        super(
                "the source's stream %s cannot be copied from %.1f s on (%s): repair the source, or take the stream out of it"
                        .formatted(stream, seconds, cause.getMessage()),
                cause);
    }
}
