package io.genga.standalone.demo;

import io.genga.samplefilm.recording.FilmWriter;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A part of a frame that is worth a closer look.
 *
 * @param frame its number
 * @param area in pixels of the sample film as it is encoded
 */
record Detail(int frame, Rectangle area) {

    static final int WIDTH = 144;
    static final int HEIGHT = 90;

    /** Fine lines, and fine text. */
    static final List<Detail> OF_SAMPLE_FILM = List.of(
            new Detail(12, new Rectangle(128, 112, WIDTH, HEIGHT)),
            new Detail(86, new Rectangle(233, 146, WIDTH, HEIGHT)));

    /** @param picture of the sample film, or of that film enlarged */
    BufferedImage in(BufferedImage picture) {
        int scale = picture.getWidth() / FilmWriter.WIDTH;
        return picture.getSubimage(scale * area.x, scale * area.y, scale * area.width, scale * area.height);
    }
}
