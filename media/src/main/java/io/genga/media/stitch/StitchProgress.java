package io.genga.media.stitch;

/** Hears how far a film is stitched. An exception that it throws ends the work, and nothing of it stays behind. */
@FunctionalInterface
public interface StitchProgress {

    /** @param frames of the film that were written so far */
    void framesStitched(long frames);
}
