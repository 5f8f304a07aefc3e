package io.genga.standalone.inspect.resolution;

import java.util.List;

/**
 * What the search for a film's native height found.
 *
 * @param rows of the film as it is coded
 * @param found null where the film should be left as it is
 * @param curve over the heights that were tried; empty where the film is too small or too flat to tell anything
 */
public record NativeHeight(int rows, Found found, List<Point> curve) {

    public NativeHeight {
        curve = List.copyOf(curve);
    }

    /**
     * @param height in rows, even
     * @param confidence from 0 to 1: the share of what is lost above this height that enlarging explains
     */
    public record Found(int height, double confidence) {}

    /**
     * @param height in rows
     * @param lost mean square per row left out, in steps of 8 bits
     */
    public record Point(int height, double lost) {}

    static NativeHeight unknown(int rows) {
        return new NativeHeight(rows, null, List.of());
    }

    /** A sentence for people. */
    public String advice() {
        if (found == null) {
            return "No sign that the picture was enlarged: leave its height as it is.";
        }
        return "The picture was probably enlarged from " + found.height() + " to " + rows
                + " rows: try 'genga upscale --native-height " + found.height() + "'.";
    }
}
