package io.genga.samplefilm.scene;

import io.genga.samplefilm.art.Girl;
import io.genga.samplefilm.art.Landscape;
import io.genga.samplefilm.art.Light;
import io.genga.samplefilm.ink.Cel;
import io.genga.samplefilm.ink.Lettering;
import io.genga.samplefilm.ink.Painting;
import java.awt.Color;

/** She stands on the hill in the evening; only the wind moves. */
public final class Sunset implements Scene {

    private static final int FRAMES = 48;
    private static final Color SUN = new Color(0xffe2a0);
    private static final Color TITLE = new Color(0xfff2dc);

    private static final Exposures BODIES = Exposures.of(FRAMES, "0x3 1x3 2x2 3x3 2x2 1x3");

    private final Painting background = new Painting(Cel.WIDTH, Sunset::paint);

    @Override
    public String title() {
        return "Evening";
    }

    @Override
    public int frames() {
        return FRAMES;
    }

    @Override
    public String drawing(int frame) {
        return "body " + BODIES.drawing(frame);
    }

    @Override
    public void draw(Cel cel, int frame) {
        background.layUnder(cel, 0);
        Cel girl = cel.at(630, 238, 0.36);
        Girl.drawBody(girl, BODIES.drawing(frame), true);
        Girl.drawMouth(girl, 0);
    }

    private static void paint(Cel cel) {
        Landscape.draw(cel.at(-400, 0, 1), Light.EVENING);
        cel.paint(Cel.oval(860, 236, 56, 56), SUN);
        Lettering.write(cel, "Genga", 70, 196, 66, TITLE);
        Lettering.write(cel, "key drawings of an animator,", 72, 284, 12, TITLE);
        Lettering.write(cel, "each of them held", 72, 304, 12, TITLE);
    }
}
