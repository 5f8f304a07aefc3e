package io.genga.samplefilm;

import io.genga.samplefilm.ink.Cel;
import io.genga.samplefilm.ink.Lettering;
import io.genga.samplefilm.scene.Montage;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A film of seven seconds that this project draws: a character held on twos and threes with a mouth that moves, a hard
 * cut, a pan, a dissolve.
 * Every frame bears its number and knows its drawing, so that whatever comes out of a pipeline can be compared with the
 * truth. Pure Java, without fonts and screen; the same pictures on every machine.
 */
public final class SampleFilm {

    public static final int FRAMES = Montage.FRAMES;
    public static final int FRAMES_PER_SECOND = 24;

    private static final Shape NUMBER_AREA = Cel.box(908, 520, 92, 36);
    private static final Color NUMBER_GROUND = new Color(0x14141c);
    private static final Color NUMBER_INK = new Color(0xf4f4f4);

    private SampleFilm() {}

    /** @param number 0 to {@link #FRAMES} − 1 */
    public static SampleFrame frame(int number) {
        return new SampleFrame(Objects.checkIndex(number, FRAMES), Montage.drawing(number));
    }

    /** All of them, in their order. */
    public static List<SampleFrame> frames() {
        return IntStream.range(0, FRAMES).mapToObj(SampleFilm::frame).toList();
    }

    /**
     * Draws a frame as the animators see it, before anything was lost.
     *
     * @param number 0 to {@link #FRAMES} − 1
     * @param width of the picture in pixels; the film's shape is 16 to 9
     * @return 8 bits for each of red, green and blue; the caller's own
     */
    public static BufferedImage draw(int number, int width, int height) {
        Objects.checkIndex(number, FRAMES);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Montage.draw(picture, number);
        burnIn(Cel.on(picture), number);
        return picture;
    }

    /** Where the number stands in a picture of this size: all that differs between frames of one drawing. */
    public static Rectangle numberArea(int width, int height) {
        AffineTransform toPixels =
                AffineTransform.getScaleInstance((double) width / Cel.WIDTH, (double) height / Cel.HEIGHT);
        return toPixels.createTransformedShape(NUMBER_AREA).getBounds();
    }

    private static void burnIn(Cel cel, int number) {
        cel.paint(NUMBER_AREA, NUMBER_GROUND);
        Lettering.write(cel, String.format(Locale.ROOT, "%03d", number), 918, 526, 24, NUMBER_INK);
    }
}
