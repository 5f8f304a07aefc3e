package io.genga.systemtests.command;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** How alike two pictures of one size are. */
final class Likeness {

    private static final double PEAK = 255;

    private Likeness() {}

    /** Peak signal-to-noise ratio of the green channel, in dB: higher is more alike. */
    static double decibels(BufferedImage picture, BufferedImage truth, Rectangle area) {
        double squares = 0;
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                double error = green(picture.getRGB(x, y)) - green(truth.getRGB(x, y));
                squares += error * error;
            }
        }
        return 10 * Math.log10(PEAK * PEAK * area.width * area.height / squares);
    }

    private static int green(int pixel) {
        return pixel >> Byte.SIZE & 0xff;
    }
}
