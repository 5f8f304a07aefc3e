package io.genga.samplefilm.scene;

import io.genga.samplefilm.ink.Cel;

/** A part of the film in front of one background. Its frames count from 0. */
public interface Scene {

    String title();

    int frames();

    /**
     * Names all that is to be seen in a frame: frames of one name show the same picture.
     *
     * @param frame 0 to {@link #frames} − 1
     */
    String drawing(int frame);

    /** @param frame 0 to {@link #frames} − 1 */
    void draw(Cel cel, int frame);
}
