package io.genga.upscaling.inference;

/**
 * What of the frames that a {@link SequenceUpscaler} is given is made larger, in time stamps, all inclusive. Frames before {@code firstRun}
 * and after {@code lastKept} are only looked at, as neighbours of others; a network that goes both ways begins its way back at those after it.
 *
 * @param firstRun from here on the network is run
 * @param firstKept from here on there are results
 */
public record SequenceRange(long firstRun, long firstKept, long lastKept) {

    /** Of a whole film. */
    public static final SequenceRange ALL = new SequenceRange(Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);

    public SequenceRange {
        if (firstRun > firstKept || firstKept > lastKept) {
            throw new IllegalArgumentException(
                    "frames cannot be kept from " + firstKept + " to " + lastKept + " and run from " + firstRun);
        }
    }
}
