package io.genga.standalone.inspect.page;

import io.genga.media.still.Jpeg;
import io.genga.media.verify.page.Html;
import io.genga.standalone.inspect.Scene;
import io.genga.upscaling.reuse.HeldDrawings;
import java.awt.image.BufferedImage;

/** A scene's picture in grey, and over it, from yellow to red, how often its squares were computed. */
final class HeatMap {

    private static final int YELLOW = 0xFFD23F;
    private static final int RED = 0xFF2A00;
    private static final double DIMMED = 0.75;
    private static final double MOST_COLOUR = 0.75;
    private static final int BYTE = 0xFF;

    private final Scene scene;

    private HeatMap(Scene scene) {
        this.scene = scene;
    }

    /** JPEG as a {@code data:} URI. */
    static String dataUri(Scene scene) {
        return Html.jpeg(Jpeg.of(new HeatMap(scene).draw()));
    }

    private BufferedImage draw() {
        BufferedImage picture = scene.picture();
        BufferedImage map = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < map.getHeight(); y++) {
            for (int x = 0; x < map.getWidth(); x++) {
                map.setRGB(x, y, colour(grey(picture.getRGB(x, y)), heat(x, y)));
            }
        }
        return map;
    }

    /** From 0, never but for the first frame, to 1, in every frame. */
    private double heat(int x, int y) {
        int column = x * scene.reduction() / HeldDrawings.TILE_SIDE;
        int row = y * scene.reduction() / HeldDrawings.TILE_SIDE;
        int computations = scene.computations()[row * scene.columns() + column];
        return scene.frames() == 1 ? 1 : Math.max(0, computations - 1) / (scene.frames() - 1.0);
    }

    private static int colour(double grey, double heat) {
        double strength = MOST_COLOUR * Math.sqrt(heat);
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double hot = (YELLOW >> shift & BYTE) * (1 - heat) + (RED >> shift & BYTE) * heat;
            colour |= (int) (grey * (1 - strength) + hot * strength) << shift;
        }
        return colour;
    }

    private static double grey(int rgb) {
        return DIMMED * (0.2126 * (rgb >> 16 & BYTE) + 0.7152 * (rgb >> 8 & BYTE) + 0.0722 * (rgb & BYTE));
    }
}
