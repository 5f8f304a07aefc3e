package io.genga.standalone.inspect;

/**
 * What would be computed of a frame.
 *
 * @param seconds from the film's first frame
 * @param share pixels on which the network would be run, halos and self-check included, per pixel of the frame
 * @param cut whether the picture is another one than that before
 * @param newDrawing whether it shows more than a codec's noise that the drawing before did not
 */
public record InspectedFrame(double seconds, double share, FrameKind kind, boolean cut, boolean newDrawing) {}
