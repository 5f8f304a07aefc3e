package io.genga.samplefilm.art;

import io.genga.samplefilm.ink.Cel;
import io.genga.samplefilm.ink.Curve;
import java.awt.GradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.Random;

/** What lies behind all scenes: sky, clouds, hills and a meadow, {@value #WIDTH} units wide and as high as a cel. */
public final class Landscape {

    public static final int WIDTH = 1600;

    private static final int HORIZON = 400;
    private static final int BLADES = 420;

    /** Any number would do; the same one always grows the same grass. */
    private static final long SEED = 24;

    private static final Shape CLOUD = cloud();
    private static final Shape FAR_HILLS = Curve.of("M 0 390 C 120 300 240 296 340 372 C 430 290 560 270 700 380"
            + " C 800 320 900 300 1010 366 C 1120 282 1260 286 1370 376"
            + " C 1450 330 1530 322 1600 350 L 1610 600 L -10 600 Z");
    private static final Shape NEAR_HILLS = Curve.of("M 0 420 C 180 352 360 360 520 430 C 700 350 900 366 1060 436"
            + " C 1240 360 1440 362 1600 420 L 1610 600 L -10 600 Z");
    private static final Shape MEADOW =
            Curve.of("M 0 470 C 300 432 620 446 860 476 C 1100 440 1360 442 1600 472 L 1610 600 L -10 600 Z");
    private static final Shape GRASS = grass();

    private Landscape() {}

    public static void draw(Cel cel, Light light) {
        cel.paint(
                Cel.box(0, 0, WIDTH, Cel.HEIGHT), new GradientPaint(0, 0, light.skyAbove, 0, HORIZON, light.skyBelow));
        drawCloud(cel.at(180, 90, 1), light);
        drawCloud(cel.at(800, 96, 1.2), light);
        drawCloud(cel.at(1290, 150, 0.9), light);
        cel.paint(FAR_HILLS, light.farHills);
        cel.paint(NEAR_HILLS, light.nearHills);
        cel.line(NEAR_HILLS, 2.5, light.grass);
        cel.paint(MEADOW, light.meadow);
        cel.line(MEADOW, 2.5, light.grass);
        cel.line(GRASS, 1.6, light.grass);
    }

    private static void drawCloud(Cel cel, Light light) {
        Area shade = new Area(CLOUD);
        shade.subtract(new Area(AffineTransform.getTranslateInstance(6, -14).createTransformedShape(CLOUD)));
        cel.paint(CLOUD, light.cloud);
        cel.paint(shade, light.cloudShade);
    }

    private static Shape cloud() {
        Area puffs = new Area(Cel.oval(0, 0, 70, 40));
        puffs.add(new Area(Cel.oval(-70, 14, 52, 26)));
        puffs.add(new Area(Cel.oval(72, 12, 60, 28)));
        puffs.add(new Area(Cel.oval(24, -22, 46, 34)));
        puffs.subtract(new Area(Cel.box(-200, 26, 400, 100)));
        return puffs;
    }

    private static Shape grass() {
        Random random = new Random(SEED);
        Path2D blades = new Path2D.Double();
        for (int i = 0; i < BLADES; i++) {
            double x = random.nextDouble() * WIDTH;
            double y = 492 + random.nextDouble() * 84;
            double height = 6 + 10 * random.nextDouble();
            blades.moveTo(x, y);
            blades.quadTo(x + 1, y - height / 2, x + 5 * random.nextDouble(), y - height);
        }
        return blades;
    }
}
