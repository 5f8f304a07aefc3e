package io.genga.media.subtitle;

import java.util.Objects;

/**
 * Text from one time to another.
 *
 * @param start inclusive, in ticks of the stream it comes from
 * @param end exclusive
 */
public record Cue(long start, long end, StyledText text) {

    public Cue {
        Objects.requireNonNull(text, "text");
        if (end < start) {
            throw new IllegalArgumentException("a cue from " + start + " must not end before, at " + end);
        }
    }
}
