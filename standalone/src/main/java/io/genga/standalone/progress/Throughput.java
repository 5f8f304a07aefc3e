package io.genga.standalone.progress;

import java.time.Duration;
import java.util.Optional;

/** Frames per second since the first frames were seen to be done, and what follows from it. Not thread-safe. */
final class Throughput {

    private static final double NANOS = 1e9;

    private long firstFrames = -1;
    private long firstNanos;
    private long latestFrames;
    private long latestNanos;

    /**
     * Begins anew where the number falls: work of a killed process was lost, and counts again.
     *
     * @param framesDone of the whole film, whoever did them
     * @param nanos of a clock that only runs forward
     */
    void observe(long framesDone, long nanos) {
        if (firstFrames < 0 || framesDone < latestFrames) {
            firstFrames = framesDone;
            firstNanos = nanos;
        }
        latestFrames = framesDone;
        latestNanos = nanos;
    }

    /** Empty until frames have been done under observation. */
    Optional<Double> framesPerSecond() {
        long frames = latestFrames - firstFrames;
        long nanos = latestNanos - firstNanos;
        return frames > 0 && nanos > 0 ? Optional.of(frames * NANOS / nanos) : Optional.empty();
    }

    /** Empty where no speed is known yet. */
    Optional<Duration> timeLeft(long framesTotal) {
        return framesPerSecond()
                .map(speed -> Duration.ofSeconds((long) Math.ceil((framesTotal - latestFrames) / speed)));
    }
}
