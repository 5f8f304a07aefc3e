package io.genga.media.verify;

import java.util.List;

/**
 * What happens where in a film. Times are in seconds from its first frame.
 *
 * @param differences by the second: the mean difference between a frame and its source's, in steps of 8 bits of luma, each made as
 *     small as 64 by 36 blocks; of the frame that differs most. 0 where no frame begins
 * @param borders where chunks begin, the first one aside; empty where nothing is known of chunks
 * @param faults frames in a wrong place, at most some hundreds
 */
public record Timeline(List<Double> differences, List<Double> borders, List<Fault> faults) {

    public Timeline {
        differences = List.copyOf(differences);
        borders = List.copyOf(borders);
        faults = List.copyOf(faults);
    }

    /** @param what for people */
    public record Fault(double seconds, String what) {}

    /** Whole seconds, the last one rounded up. */
    public int seconds() {
        return differences.size();
    }
}
