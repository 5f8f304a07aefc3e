package io.genga.standalone.inspect;

import java.awt.image.BufferedImage;

/**
 * The frames from one cut to the next.
 *
 * @param firstFrame its number in the film, from 0
 * @param seconds when it begins
 * @param inferredFrames the sum of its frames' shares
 * @param computations how often each square of the picture was computed, row after row
 * @param columns squares in a row
 * @param picture a frame from its second half, made small
 * @param reduction pixels of the film per pixel of the picture, in each direction
 */
public record Scene(
        long firstFrame,
        double seconds,
        int frames,
        double inferredFrames,
        int[] computations,
        int columns,
        BufferedImage picture,
        int reduction) {

    /** Of its pixels. */
    public double share() {
        return inferredFrames / frames;
    }

    double savedFrames() {
        return frames - inferredFrames;
    }
}
