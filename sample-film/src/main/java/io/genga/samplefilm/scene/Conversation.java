package io.genga.samplefilm.scene;

import io.genga.samplefilm.art.Girl;
import io.genga.samplefilm.art.Landscape;
import io.genga.samplefilm.art.Light;
import io.genga.samplefilm.ink.Cel;
import io.genga.samplefilm.ink.Painting;
import java.awt.Shape;
import java.awt.geom.AffineTransform;

/** She speaks: her body is held over two or three frames, her mouth moves over it. */
public final class Conversation implements Scene {

    private static final int FRAMES = 66;
    private static final double HEAD_X = 400;
    private static final double HEAD_Y = 262;
    private static final double SIZE = 1.25;

    private static final Exposures BODIES = Exposures.of(FRAMES, "0x12 1x3 2x3 3x3 2x3 1x3 0x9");
    private static final Exposures MOUTHS = Exposures.of(FRAMES, "0x6 1x2 2x2 1x2 2x3 1x2 0x3 2x2 1x2");
    private static final Exposures EYELIDS = Exposures.of(FRAMES, "0x31 1x3 0x32");

    private final Painting background = new Painting(Cel.WIDTH, cel -> Landscape.draw(cel, Light.MORNING));

    @Override
    public String title() {
        return "Morning";
    }

    @Override
    public int frames() {
        return FRAMES;
    }

    @Override
    public String drawing(int frame) {
        String eyes = eyesClosed(frame) ? " blink" : "";
        return "body " + BODIES.drawing(frame) + eyes + ", mouth " + MOUTHS.drawing(frame);
    }

    @Override
    public void draw(Cel cel, int frame) {
        background.layUnder(cel, 0);
        Cel girl = cel.at(HEAD_X, HEAD_Y, SIZE);
        Girl.drawBody(girl, BODIES.drawing(frame), eyesClosed(frame));
        Girl.drawMouth(girl, MOUTHS.drawing(frame));
    }

    /** Where the mouth moves, in units of a cel; all else belongs to the body. */
    public static Shape mouthArea() {
        AffineTransform place = AffineTransform.getTranslateInstance(HEAD_X, HEAD_Y);
        place.scale(SIZE, SIZE);
        return place.createTransformedShape(Girl.mouthArea());
    }

    private static boolean eyesClosed(int frame) {
        return EYELIDS.drawing(frame) == 1;
    }
}
