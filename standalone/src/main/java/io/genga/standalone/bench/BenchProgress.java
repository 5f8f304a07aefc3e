package io.genga.standalone.bench;

/** Told how far a measurement is. */
@FunctionalInterface
public interface BenchProgress {

    /** @param total frames of all runs */
    void advanced(long frames, long total);
}
