package io.genga.media.verify;

/**
 * What is kept of a decoded picture.
 *
 * @param picture to compare
 * @param sketch to look at
 * @param nanoseconds at which the picture is shown, by its container's clock
 */
record TimedThumbnail(Thumbnail picture, Sketch sketch, long nanoseconds) {

    private static final double NANOSECONDS_IN_A_SECOND = 1e9;

    double seconds() {
        return nanoseconds / NANOSECONDS_IN_A_SECOND;
    }
}
