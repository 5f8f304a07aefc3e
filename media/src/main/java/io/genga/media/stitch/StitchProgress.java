package io.genga.media.stitch;

/** Hears how far a film is stitched. An exception that it throws ends the work, and nothing of it stays behind. */
@FunctionalInterface
public interface StitchProgress {

    /** @param frames written so far, lead-in and lead-out not among them */
    void framesStitched(long frames);
}
