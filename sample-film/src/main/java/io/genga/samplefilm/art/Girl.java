package io.genga.samplefilm.art;

import io.genga.samplefilm.ink.Cel;
import io.genga.samplefilm.ink.Curve;
import java.awt.Color;
import java.awt.Shape;
import java.util.Locale;

/**
 * The one who speaks. Her head is 250 units high, with its centre at the origin; she stands 850 below it. The mouth is a
 * drawing of its own over that of her body, as animators keep it.
 */
public final class Girl {

    /** Drawings of her body, which differ in what the wind does to scarf and hair. */
    public static final int BODIES = 4;

    /** Drawings of her mouth: closed, half open, open. */
    public static final int MOUTHS = 3;

    private static final Color HAIR = new Color(0x3d6fb6);
    private static final Color HAIR_SHADE = new Color(0x2c528f);
    private static final Color HAIR_LIGHT = new Color(0x8fc1ef);
    private static final Color SKIN = new Color(0xfde0cb);
    private static final Color SKIN_SHADE = new Color(0xf0b9a0);
    private static final Color BLUSH = new Color(0xe98a82);
    private static final Color DRESS = new Color(0xfdf6ec);
    private static final Color DRESS_SHADE = new Color(0xd5cfe0);
    private static final Color SCARF = new Color(0xe4483f);
    private static final Color SCARF_SHADE = new Color(0xb22f36);
    private static final Color IRIS = new Color(0x2f9e7b);
    private static final Color PUPIL = new Color(0x14423f);
    private static final Color TONGUE = new Color(0xf08a80);
    private static final Color MOUTH = new Color(0x8d2a35);

    private static final Shape HAIR_BEHIND = Curve.of("M -112 0 C -132 -165 132 -165 112 0 C 120 60 122 105 104 158"
            + " C 92 138 90 150 72 170 L -72 170 C -90 150 -92 138 -104 158 C -122 105 -120 60 -112 0 Z");
    private static final Shape FACE =
            Curve.of("M -86 -30 C -90 40 -62 82 0 116 C 62 82 90 40 86 -30 C 84 -110 -84 -110 -86 -30 Z");
    private static final Shape NECK = Curve.of("M -26 88 L -28 160 L 28 160 L 26 88 Z");
    private static final Shape NECK_SHADE = Curve.of("M -26 98 Q 0 122 26 98 L 27 122 Q 0 140 -27 118 Z");
    private static final Shape FRINGE = Curve.of("M -104 30 C -128 -70 -92 -146 0 -146 C 92 -146 128 -70 104 30"
            + " C 98 8 94 -12 84 -34 C 80 -14 72 0 58 12 C 60 -12 56 -34 44 -54 C 36 -26 22 -8 4 4 C 8 -18 4 -38 -6 -58"
            + " C -16 -28 -34 -8 -54 8 C -50 -14 -54 -30 -62 -48 C -76 -28 -94 -4 -104 30 Z");
    private static final Shape SHINE = Curve.of("M -80 -72 Q -62 -98 -36 -106 L -26 -90 L -18 -110 Q 22 -118 52 -102"
            + " L 48 -88 L 62 -96 Q 76 -86 84 -70 Q 62 -84 50 -78 L 44 -86"
            + " Q 14 -98 -14 -92 L -26 -76 L -38 -88 Q -62 -84 -80 -72 Z");
    private static final Shape STRANDS =
            Curve.of("M 0 -144 Q -40 -118 -50 -66 M 6 -144 Q 34 -122 40 -74 M -10 -143 Q -82 -120 -92 -36"
                    + " M 18 -143 Q 84 -116 94 -36 M 2 -144 Q 0 -110 -4 -78");
    private static final Shape CHEEKS = Curve.of(
            "M -66 58 L -60 50 M -58 60 L -52 52 M -50 61 L -45 54 M 46 61 L 51 54 M 53 60 L 59 52 M 61 58 L 67 50");
    private static final Shape BODY = Curve.of("M -40 140 C -78 150 -96 164 -102 198 L -112 330 L -132 560"
            + " Q 0 606 132 560 L 112 330 L 102 198 C 96 164 78 150 40 140 Z");
    private static final Shape BODY_SHADE =
            Curve.of("M 44 330 L 62 582 Q 104 574 132 560 L 112 330 L 102 210 Q 72 250 44 330 Z");
    private static final Shape FOLDS =
            Curve.of("M -40 330 Q -52 450 -60 566 M 6 340 Q 6 470 2 580 M -100 334 Q 0 352 110 334");
    private static final Shape ARM_LEFT =
            Curve.of("M -100 196 C -136 250 -146 320 -138 396 L -110 396 C -108 330 -104 290 -88 240 Z");
    private static final Shape ARM_RIGHT =
            Curve.of("M 100 196 C 136 250 146 320 138 396 L 110 396 C 108 330 104 290 88 240 Z");
    private static final Shape HAND_LEFT = Cel.oval(-124, 408, 16, 20);
    private static final Shape HAND_RIGHT = Cel.oval(124, 408, 16, 20);
    private static final Shape LEGS =
            Curve.of("M -58 566 L -54 830 L -24 830 L -18 572 Z M 58 566 L 54 830 L 24 830 L 18 572 Z");
    private static final Shape SHOES =
            Curve.of("M -66 850 Q -66 818 -38 818 L -20 826 L -20 850 Z M 66 850 Q 66 818 38 818 L 20 826 L 20 850 Z");
    private static final Shape SCARF_WRAP = Curve.of(
            "M -70 128 C -84 150 -76 178 -52 184 Q 0 204 52 184" + " C 76 178 84 150 70 128 Q 0 164 -70 128 Z");

    private Girl() {}

    /** @param body 0 to {@value #BODIES} − 1 */
    public static void drawBody(Cel cel, int body, boolean eyesClosed) {
        double wind = 16 * body;
        cel.ink(scarfEnd(wind), SCARF_SHADE, 4);
        cel.ink(braid(wind), HAIR_SHADE, 4);
        cel.ink(HAIR_BEHIND, HAIR_SHADE, 4);
        drawDress(cel);
        cel.ink(NECK, SKIN, 4);
        cel.paint(NECK_SHADE, SKIN_SHADE);
        cel.ink(SCARF_WRAP, SCARF, 4);
        cel.line(Curve.of("M -56 152 Q 0 184 58 150 M -40 170 Q -10 184 12 186"), 2, SCARF_SHADE);
        drawHead(cel, eyesClosed);
    }

    /** @param mouth 0, closed, to {@value #MOUTHS} − 1, open */
    public static void drawMouth(Cel cel, int mouth) {
        switch (mouth) {
            case 0 -> cel.line(Curve.of("M -15 80 Q 0 87 15 80"), 3.5, Cel.LINE);
            case 1 -> cel.ink(Curve.of("M -15 78 Q 0 83 15 78 Q 9 93 0 93 Q -9 93 -15 78 Z"), MOUTH, 3);
            case 2 -> {
                cel.ink(Curve.of("M -20 74 Q 0 80 20 74 Q 16 102 0 102 Q -16 102 -20 74 Z"), MOUTH, 3);
                cel.paint(Curve.of("M -11 94 Q 0 84 11 94 Q 6 100 0 100 Q -6 100 -11 94 Z"), TONGUE);
            }
            default -> throw new IllegalArgumentException("there is no mouth " + mouth);
        }
    }

    /** Where her mouth is, around the origin of her head. */
    public static Shape mouthArea() {
        return Cel.box(-26, 68, 52, 40);
    }

    private static void drawDress(Cel cel) {
        cel.ink(LEGS, SKIN, 4);
        cel.ink(SHOES, SCARF_SHADE, 4);
        cel.ink(HAND_LEFT, SKIN, 4);
        cel.ink(HAND_RIGHT, SKIN, 4);
        cel.ink(BODY, DRESS, 4);
        cel.paint(BODY_SHADE, DRESS_SHADE);
        cel.line(FOLDS, 2, DRESS_SHADE.darker());
        cel.line(BODY, 4, Cel.LINE);
        cel.ink(ARM_LEFT, DRESS, 4);
        cel.ink(ARM_RIGHT, DRESS_SHADE, 4);
    }

    private static void drawHead(Cel cel, boolean eyesClosed) {
        cel.ink(FACE, SKIN, 4);
        cel.line(CHEEKS, 2.2, BLUSH);
        cel.line(Curve.of("M 3 50 L -3 56"), 2.5, SKIN_SHADE.darker());
        drawEye(cel.at(-40, 24, 1), eyesClosed);
        drawEye(cel.at(40, 24, 1), eyesClosed);
        cel.ink(FRINGE, HAIR, 4);
        cel.paint(SHINE, HAIR_LIGHT);
        cel.line(STRANDS, 1.6, HAIR_SHADE);
        cel.line(Curve.of("M -60 -22 Q -42 -32 -24 -24 M 24 -24 Q 42 -32 60 -22"), 3, HAIR_SHADE);
    }

    private static void drawEye(Cel cel, boolean closed) {
        if (closed) {
            cel.line(Curve.of("M -22 8 Q 0 22 22 8 M -22 8 L -28 5 M 22 8 L 28 5"), 4.5, Cel.LINE);
            return;
        }
        cel.paint(Curve.of("M -22 -2 Q 0 -34 22 -2 Q 20 26 0 28 Q -20 26 -22 -2 Z"), Color.WHITE);
        cel.ink(Cel.oval(0, 4, 15, 22), IRIS, 2.5);
        cel.paint(Cel.oval(0, 0, 9, 14), PUPIL);
        cel.paint(Cel.oval(5, -7, 5, 7), Color.WHITE);
        cel.paint(Cel.oval(-5, 14, 3, 4), HAIR_LIGHT);
        cel.line(Curve.of("M -26 2 Q -16 -22 0 -23 Q 16 -22 26 2"), 6, Cel.LINE);
        cel.line(Curve.of("M -26 2 L -31 -4 M 26 2 L 31 -4 M -12 27 Q 0 31 12 27"), 2.5, Cel.LINE);
    }

    private static Shape scarfEnd(double wind) {
        return Curve.of(String.format(
                Locale.ROOT,
                "M 50 160 C 110 %.1f 170 %.1f 236 %.1f L 250 %.1f C 180 %.1f 120 %.1f 56 186 Z",
                150 - wind / 3,
                190 - wind,
                160 + wind / 2,
                190 + wind / 2,
                226 - wind,
                190 - wind / 3));
    }

    private static Shape braid(double wind) {
        return Curve.of(String.format(
                Locale.ROOT,
                "M 92 110 C 130 %.1f 150 %.1f 190 %.1f C 166 %.1f 120 %.1f 76 166 Z",
                130 - wind / 4,
                200 - wind,
                250 - wind,
                262 - wind,
                240 - wind / 2));
    }
}
