package io.genga.standalone.inspect;

import io.genga.frames.Frame;

/** Finds where one picture is followed by another one. Not thread-safe. */
final class SceneCuts {

    /** Of the means of small areas, in steps of 8 bits: pans stay below it, and what moves in a
     * close-up: 17.8 in a real one on threes, where a cut had 51.3. */
    private static final double LEAST_DIFFERENCE = 20;

    /** A dissolve changes as much from each frame to the next. */
    private static final double LEAST_RATIO = 2.5;

    private Thumbnail before;
    private double differenceBefore;

    /** @param rgb the film's next frame; stays the caller's */
    boolean isCut(Frame rgb) {
        Thumbnail now = Thumbnail.of(rgb);
        double difference = before == null ? Double.MAX_VALUE : now.difference(before);
        boolean cut = difference > LEAST_DIFFERENCE && difference > LEAST_RATIO * differenceBefore;
        differenceBefore = before == null ? 0 : difference;
        before = now;
        return cut;
    }
}
