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

    /** Fine lines, and fine text. */
    static final List<Detail> OF_SAMPLE_FILM = List.of(
            new Detail(12, new Rectangle(128, 108, 160, 100)), new Detail(92, new Rectangle(236, 148, 160, 100)));

    /** @param picture of the sample film, or of that film enlarged */
    BufferedImage in(BufferedImage picture) {
        int scale = picture.getWidth() / FilmWriter.WIDTH;
        return picture.getSubimage(scale * area.x, scale * area.y, scale * area.width, scale * area.height);
    }
}
