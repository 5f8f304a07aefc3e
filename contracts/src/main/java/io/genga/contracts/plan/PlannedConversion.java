package io.genga.contracts.plan;

import java.util.Objects;

/**
 * A stream of text subtitles that the film will have in another format, since its container cannot hold that of the source, and
 * the loss of the format was allowed.
 *
 * @param stream its index in the source
 * @param label for people, for example {@code #2 subtitle (ass, jpn)}
 * @param codec of the film's stream, in FFmpeg's name, for example {@code mov_text}
 */
public record PlannedConversion(int stream, String label, String codec) {

    public PlannedConversion {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(codec, "codec");
    }
}
