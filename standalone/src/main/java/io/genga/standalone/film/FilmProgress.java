package io.genga.standalone.film;

/** Told how far work on a film is, after every frame. */
@FunctionalInterface
public interface FilmProgress {

    /** @param total frames of the film; where it is gone through several times, of all of these */
    void advanced(long frames, long total);
}
