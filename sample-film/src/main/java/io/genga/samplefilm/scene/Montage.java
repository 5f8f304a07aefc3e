package io.genga.samplefilm.scene;

import io.genga.samplefilm.ink.Cel;
import java.awt.image.BufferedImage;
import java.util.List;

/** The scenes in their order: a hard cut after the first one; where two overlap, one dissolves into the next. */
public final class Montage {

    private static final Shot MORNING = new Shot(new Conversation(), 0);
    private static final Shot WAY = new Shot(new Journey(), MORNING.end());

    /** Begins while the camera rests on the way. */
    private static final Shot EVENING = new Shot(new Sunset(), WAY.end() - 12);

    public static final List<Shot> SHOTS = List.of(MORNING, WAY, EVENING);
    public static final int FRAMES = EVENING.end();

    private Montage() {}

    /** @param number of the film's frame, 0 to {@link #FRAMES} − 1 */
    public static String drawing(int number) {
        Shot above = uppermost(number);
        Shot below = lowest(number);
        if (above.equals(below)) {
            return above.drawing(number);
        }
        return below.drawing(number) + " into " + above.drawing(number) + " at " + opacity(above, below, number);
    }

    /** @param picture is drawn over */
    public static void draw(BufferedImage picture, int number) {
        Shot above = uppermost(number);
        Shot below = lowest(number);
        Cel cel = Cel.on(picture);
        below.scene().draw(cel, number - below.start());
        if (!above.equals(below)) {
            BufferedImage covering = new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
            above.scene().draw(Cel.on(covering), number - above.start());
            cel.faded(opacity(above, below, number)).lay(covering, Cel.WIDTH, Cel.HEIGHT);
        }
    }

    /** Rises evenly, and is neither 0 nor 1. */
    private static double opacity(Shot above, Shot below, int number) {
        return (number - above.start() + 1.0) / (below.end() - above.start() + 1.0);
    }

    private static Shot lowest(int number) {
        return SHOTS.stream().filter(shot -> shot.shows(number)).findFirst().orElseThrow();
    }

    private static Shot uppermost(int number) {
        return SHOTS.stream()
                .filter(shot -> shot.shows(number))
                .reduce((below, above) -> above)
                .orElseThrow();
    }
}
