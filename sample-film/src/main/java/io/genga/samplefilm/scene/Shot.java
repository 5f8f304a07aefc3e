package io.genga.samplefilm.scene;

/**
 * Where a scene lies in the film.
 *
 * @param start the film's frame that is the scene's first one
 */
public record Shot(Scene scene, int start) {

    /** The film's frame after the scene's last one. */
    public int end() {
        return start + scene.frames();
    }

    public boolean shows(int number) {
        return number >= start && number < end();
    }

    String drawing(int number) {
        return scene.title() + ": " + scene.drawing(number - start);
    }
}
