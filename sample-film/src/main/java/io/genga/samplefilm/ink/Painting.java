package io.genga.samplefilm.ink;

import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * A background, painted once, one pixel a unit, and then laid under the cels of many frames. Thread-safe.
 */
public final class Painting {

    private final BufferedImage picture;

    /**
     * @param width in units; it is as high as a cel
     * @param painter paints it
     */
    public Painting(int width, Consumer<Cel> painter) {
        picture = new BufferedImage(width, Cel.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        painter.accept(Cel.inUnits(picture));
    }

    /** @param offset what lies to the left of the cel's edge, in units */
    public void layUnder(Cel cel, int offset) {
        cel.at(-offset, 0, 1).lay(picture, picture.getWidth(), picture.getHeight());
    }
}
