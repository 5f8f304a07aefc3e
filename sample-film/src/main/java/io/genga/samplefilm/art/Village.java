package io.genga.samplefilm.art;

import io.genga.samplefilm.ink.Cel;
import io.genga.samplefilm.ink.Curve;
import io.genga.samplefilm.ink.Lettering;
import java.awt.Color;
import java.awt.Shape;
import java.util.List;

/** What people built into the landscape: houses, a line of poles with its wires, a notice board. */
public final class Village {

    private static final Color WALL = new Color(0xf7e7cf);
    private static final Color WALL_SHADE = new Color(0xdcc3a8);
    private static final Color ROOF = new Color(0xc65d4a);
    private static final Color SLATE = new Color(0x4f6d8c);
    private static final Color GLASS = new Color(0x9ed4e8);
    private static final Color WOOD = new Color(0x9a6b48);
    private static final Color PAPER = new Color(0xfffdf4);

    private static final int POLE_DISTANCE = 260;
    private static final int WIRES = 3;
    private static final int WIRE_DISTANCE = 7;

    private static final List<String> NOTICE =
            List.of("Genga are key", "drawings. Each is", "drawn once, and", "held.");

    private static final Shape POLE = Curve.of("M 0 470 L 0 190 M -26 206 L 26 206");
    private static final Shape SAGGING_WIRE =
            Curve.of("M 0 200 Q " + POLE_DISTANCE / 2 + " 244 " + POLE_DISTANCE + " 200");
    private static final Shape HOUSE = Cel.box(-70, -80, 140, 80);
    private static final Shape SHADOW = Cel.box(20, -80, 50, 80);
    private static final Shape GABLE = Curve.of("M -86 -78 L -50 -138 L 50 -138 L 86 -78 Z");
    private static final Shape TILES = Curve.of("M -76 -94 L 76 -94 M -66 -110 L 66 -110 M -56 -126 L 56 -126"
            + " M -30 -138 L -42 -78 M 0 -138 L 0 -78 M 30 -138 L 42 -78");

    private Village() {}

    public static void draw(Cel cel) {
        drawPoles(cel);
        drawHouse(cel.at(330, 478, 1), ROOF);
        drawHouse(cel.at(500, 486, 0.8), SLATE);
        drawHouse(cel.at(1020, 476, 0.9), SLATE);
        drawHouse(cel.at(1180, 484, 1.1), ROOF);
        drawTree(cel.at(200, 490, 1));
        drawTree(cel.at(1340, 492, 1.15));
        drawNoticeBoard(cel.at(750, 500, 1));
    }

    private static void drawHouse(Cel cel, Color roof) {
        cel.ink(HOUSE, WALL, 3);
        cel.paint(SHADOW, WALL_SHADE);
        cel.line(HOUSE, 3, Cel.LINE);
        cel.ink(GABLE, roof, 3);
        cel.line(TILES, 1.4, roof.darker());
        cel.ink(Cel.box(-52, -60, 34, 30), GLASS, 2.5);
        cel.line(Curve.of("M -35 -60 L -35 -30 M -52 -45 L -18 -45"), 1.8, Cel.LINE);
        cel.ink(Cel.box(-4, -50, 24, 50), WOOD, 2.5);
    }

    private static void drawTree(Cel cel) {
        cel.ink(Curve.of("M -8 0 L -5 -70 L 5 -70 L 8 0 Z"), WOOD, 3);
        cel.ink(Cel.oval(0, -104, 46, 50), Light.MORNING.nearHills, 3);
        cel.line(
                Curve.of("M -22 -96 Q -14 -86 -6 -96 M 4 -120 Q 12 -110 20 -120 M 8 -84 Q 16 -74 24 -84"),
                2,
                Light.MORNING.grass);
    }

    private static void drawPoles(Cel cel) {
        for (int x = POLE_DISTANCE / 3; x < Landscape.WIDTH; x += POLE_DISTANCE) {
            Cel pole = cel.at(x, 0, 1);
            pole.line(POLE, 5, WOOD.darker());
            for (int wire = 0; wire < WIRES; wire++) {
                pole.at(0, WIRE_DISTANCE * wire, 1).line(SAGGING_WIRE, 1.3, Cel.LINE);
            }
        }
    }

    private static void drawNoticeBoard(Cel cel) {
        cel.line(Curve.of("M -100 0 L -100 -30 M 100 0 L 100 -30"), 8, WOOD.darker());
        cel.ink(Cel.box(-140, -196, 280, 172), WOOD, 3);
        cel.ink(Cel.box(-130, -186, 260, 152), PAPER, 2);
        Lettering.write(cel, "Village news", -116, -174, 18, Cel.LINE);
        cel.line(Curve.of("M -116 -146 L 116 -146"), 2, ROOF);
        for (int line = 0; line < NOTICE.size(); line++) {
            Lettering.write(cel, NOTICE.get(line), -116, -134 + 24.0 * line, 14, Cel.LINE);
        }
    }
}
