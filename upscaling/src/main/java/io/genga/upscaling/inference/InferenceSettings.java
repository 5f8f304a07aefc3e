package io.genga.upscaling.inference;

/**
 * How a network is run on this machine. None of it changes which result is right.
 *
 * @param intraOpThreads threads that share the work of one operator, the calling one included
 */
public record InferenceSettings(int intraOpThreads) {

    public InferenceSettings {
        if (intraOpThreads < 1) {
            throw new IllegalArgumentException("inference needs at least 1 thread, not " + intraOpThreads);
        }
    }
}
