package io.genga.upscaling.inference;

import io.genga.upscaling.inference.Pictures.Content;
import java.util.Random;
import java.util.function.IntFunction;

/** Kinds of films, each a picture of 8 bits for every frame: what the reuse of drawings may get wrong. */
public enum KnownFilm {
    HELD_WITH_CODEC_NOISE(frame -> noisy(drawing(0), 1, frame)),
    STATIC_SHOT_WITH_NOISE(frame -> noisy(drawing(0), 2, frame)),
    /** As much as no block shows too much of. */
    FINE_GRAIN(frame -> noisy(drawing(0), 1.5, frame)),
    /** As of film that was scanned: it lies on flat colours as on lines. */
    GRAIN(frame -> noisy(drawing(0), 5, frame)),
    MOUTH(frame -> mouth(frame / 3 % 2 == 0)),
    PAN(frame -> drawing(3 * frame)),
    /** A quarter of a pixel from frame to frame. */
    SLOW_PAN(frame -> shifted(drawing(0), frame / 4.0)),
    CREDITS(KnownFilm::credits),
    SLOW_FADE(frame -> mixed(drawing(0), (plane, x, y) -> 0, frame / 100.0)),
    DISSOLVE(frame -> mixed(drawing(0), drawing(60), frame / 24.0)),
    FLASH(frame -> frame == 10 ? (plane, x, y) -> 250 : drawing(0)),
    CUT(frame -> drawing(frame < 12 ? 0 : 60)),
    /** Blocks of 8 pixels whose means the codec rounds otherwise in every group of frames. */
    LOW_BIT_RATE(frame -> blocky(drawing(0), frame / 4)),
    /** Texture everywhere, something soft that moves, light that flickers, a sensor's noise. */
    LIVE_ACTION(frame -> noisy(scene(frame), 1, frame)),
    NOISE(KnownFilm::noise);

    public static final int WIDTH = 192;
    public static final int HEIGHT = 128;
    public static final int FRAMES = 24;

    private static final int WHITE = 255;

    private final IntFunction<Content> content;

    KnownFilm(IntFunction<Content> content) {
        this.content = content;
    }

    public Content frame(int number) {
        return content.apply(number);
    }

    /** A circle of one colour on another, with a dark line around. */
    static Content drawing(int shift) {
        return (plane, x, y) -> {
            double distance = Math.hypot(x + shift - 80, y - 64);
            int flat = distance < 40 ? 220 - 40 * plane : 60 + 30 * plane;
            return Math.abs(distance - 40) < 2 ? 20 : flat;
        };
    }

    /** Of 8 by 4 pixels. */
    static Content mouth(boolean open) {
        Content face = drawing(0);
        return (plane, x, y) -> open && x >= 76 && x < 84 && y >= 80 && y < 84 ? 30 : face.sample(plane, x, y);
    }

    /** Normally distributed, of this standard deviation in steps of 8 bits. */
    private static Content noisy(Content picture, double deviation, int seed) {
        Random random = new Random(seed);
        return (plane, x, y) -> clamped(picture.sample(plane, x, y) + deviation * random.nextGaussian());
    }

    private static Content mixed(Content from, Content to, double share) {
        return (plane, x, y) -> clamped(from.sample(plane, x, y) * (1 - share) + to.sample(plane, x, y) * share);
    }

    private static Content shifted(Content picture, double pixels) {
        int whole = (int) pixels;
        double rest = pixels - whole;
        return (plane, x, y) -> clamped(
                picture.sample(plane, x + whole, y) * (1 - rest) + picture.sample(plane, x + whole + 1, y) * rest);
    }

    /** Light strokes on black that move up a pixel from frame to frame. */
    private static Content credits(int frame) {
        return (plane, x, y) -> {
            int line = y + frame;
            boolean stroke = line % 16 < 9 && (x * 7 + line / 16 * 13) % 11 < 4 && x > 30 && x < 160;
            return stroke ? 235 : 8;
        };
    }

    private static Content blocky(Content picture, int group) {
        return (plane, x, y) -> {
            Random random = new Random(31L * (x / 8) + 17L * (y / 8) + 1009L * group + plane);
            random.nextInt();
            return clamped(picture.sample(plane, x, y) + random.nextInt(9) - 4);
        };
    }

    private static Content scene(int frame) {
        double light = 1 + 0.01 * Math.sin(frame);
        return (plane, x, y) -> {
            double ground = 110 + 30 * Math.sin(x * 0.4 + plane) + 25 * Math.sin(y * 0.7 + x * 0.1) + x * 0.2;
            double near = Math.exp(-Math.hypot(x - 40 - 2 * frame, y - 70) / 18);
            return clamped(light * (ground * (1 - near) + 200 * near));
        };
    }

    private static Content noise(int frame) {
        Random random = new Random(frame);
        return (plane, x, y) -> random.nextInt(WHITE + 1);
    }

    private static int clamped(double value) {
        return (int) Math.max(0, Math.min(WHITE, Math.round(value)));
    }
}
