package io.genga.media.verify;

import java.util.Locale;

/** Whether every frame of a result is shown when that of its source is, both from their first frame on. Not thread-safe. */
final class FrameTimes {

    private static final String NAME = "times";

    /** A container with ticks of 1 ms may put off the first frame and another one by half of it, in opposite directions. */
    private static final long TOLERANCE_IN_NANOSECONDS = 1_000_100;

    private static final double NANOSECONDS_IN_A_MILLISECOND = 1e6;

    private long frames;
    private long firstExpected;
    private long firstFound;
    private long worst;
    private long worstFrame;
    private long late;

    void add(long foundNanoseconds, long expectedNanoseconds) {
        if (frames == 0) {
            firstFound = foundNanoseconds;
            firstExpected = expectedNanoseconds;
        }
        long deviation = Math.abs((foundNanoseconds - firstFound) - (expectedNanoseconds - firstExpected));
        if (deviation > worst) {
            worst = deviation;
            worstFrame = frames;
        }
        late += deviation > TOLERANCE_IN_NANOSECONDS ? 1 : 0;
        frames++;
    }

    /** By which the result's picture begins later than its source's, by their containers' clocks. */
    long delay() {
        return firstFound - firstExpected;
    }

    Check check() {
        return Check.of(
                NAME,
                frames > 0 && late == 0,
                String.format(
                        Locale.ROOT,
                        "%d of %d frames are off by more than 1 ms; the most is %.3f ms, at frame %d",
                        late,
                        frames,
                        worst / NANOSECONDS_IN_A_MILLISECOND,
                        worstFrame));
    }
}
