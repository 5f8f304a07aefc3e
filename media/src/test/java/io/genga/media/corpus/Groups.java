package io.genga.media.corpus;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How pictures refer to each other.
 *
 * @param keyInterval greatest distance of entries, in pictures
 * @param between greatest number of B-pictures in a row
 * @param references that a picture may have
 * @param open whether pictures may look back beyond an entry
 * @param keys numbers of pictures that are key pictures besides
 */
record Groups(int keyInterval, int between, int references, boolean open, List<Integer> keys) {

    /** For x264, through the ffmpeg program. */
    String[] arguments() {
        String parameters = "keyint=" + keyInterval + ":min-keyint=1:scenecut=0:b-adapt=0:bframes=" + between + ":ref="
                + references + ":open-gop=" + (open ? 1 : 0);
        String forced = keys.stream().map(n -> "eq(n," + n + ")").collect(Collectors.joining("+", "expr:0+", "+0"));
        return new String[] {"-x264-params", parameters, "-force_key_frames", forced.replace("++", "+")};
    }
}
