package io.genga.samplefilm.scene;

import io.genga.samplefilm.art.Landscape;
import io.genga.samplefilm.art.Light;
import io.genga.samplefilm.art.Village;
import io.genga.samplefilm.ink.Cel;
import io.genga.samplefilm.ink.Painting;

/** The camera pans over a painted background, then rests. */
public final class Journey implements Scene {

    private static final int FRAMES = 66;

    /** The camera moves in every frame up to this one. */
    private static final int ARRIVAL = 54;

    private static final int UNITS_PER_FRAME = 7;

    private final Painting background = new Painting(Landscape.WIDTH, cel -> {
        Landscape.draw(cel, Light.MORNING);
        Village.draw(cel);
    });

    @Override
    public String title() {
        return "The way";
    }

    @Override
    public int frames() {
        return FRAMES;
    }

    @Override
    public String drawing(int frame) {
        return "pan " + position(frame);
    }

    @Override
    public void draw(Cel cel, int frame) {
        background.layUnder(cel, UNITS_PER_FRAME * position(frame));
    }

    private static int position(int frame) {
        return Math.min(frame, ARRIVAL);
    }
}
