package io.genga.standalone.inspect;

/** Told how far an inspection is, after every frame. */
@FunctionalInterface
public interface InspectionProgress {

    /** @param total frames of the film */
    void advanced(long frames, long total);
}
