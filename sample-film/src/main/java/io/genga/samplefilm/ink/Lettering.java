package io.genga.samplefilm.ink;

import java.awt.Paint;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Letters drawn by hand, so that a film looks the same wherever it is made, also where no fonts are installed. Capitals,
 * digits and some signs; small letters become capitals, whatever else a space.
 */
public final class Lettering {

    /** Of the grid on which a letter is drawn: 4 steps wide, 6 high. */
    private static final int LETTER_HEIGHT = 6;

    private static final int LETTER_DISTANCE = 6;
    private static final double PEN_WIDTH = 0.95;

    /** A letter, then its strokes; two digits are a point of the grid: steps to the right and down. */
    private static final String ALPHABET = """
            A:06 20 46/14 34
            B:03 33 44 45 36 06 00 30 41 42 33
            C:41 30 10 01 05 16 36 45
            D:00 06 26 44 42 20 00
            E:40 00 06 46/03 33
            F:40 00 06/03 33
            G:41 30 10 01 05 16 36 45 43 23
            H:00 06/40 46/03 43
            I:10 30/20 26/16 36
            J:40 45 36 16 05
            K:00 06/40 03 46
            L:00 06 46
            M:06 00 23 40 46
            N:06 00 46 40
            O:10 30 41 45 36 16 05 01 10
            P:06 00 30 41 42 33 03
            Q:10 30 41 45 36 16 05 01 10/24 46
            R:06 00 30 41 42 33 03/23 46
            S:41 30 10 01 02 13 33 44 45 36 16 05
            T:00 40/20 26
            U:00 05 16 36 45 40
            V:00 26 40
            W:00 16 22 36 40
            X:00 46/40 06
            Y:00 23 40/23 26
            Z:00 40 06 46
            0:10 30 41 45 36 16 05 01 10/14 32
            1:11 20 26/16 36
            2:01 10 30 41 42 06 46
            3:00 40 23 33 44 45 36 16 05
            4:36 30 04 44
            5:40 00 02 32 43 45 36 06
            6:40 20 02 05 16 36 45 44 33 13 04
            7:00 40 16
            8:13 02 01 10 30 41 42 33 13 04 05 16 36 45 44 33
            9:06 26 44 41 30 10 01 02 13 33 42
            -:13 33
            .:25 26
            ,:25 16
            /:06 40
            +:13 33/22 24
            """;

    private static final Map<Character, String> STROKES = ALPHABET.lines()
            .collect(Collectors.toUnmodifiableMap(letter -> letter.charAt(0), letter -> letter.substring(2)));

    private Lettering() {}

    /**
     * Writes one line.
     *
     * @param x of its left end
     * @param y of the letters' top
     * @param height of the letters
     */
    public static void write(Cel cel, String text, double x, double y, double height, Paint paint) {
        Path2D strokes = new Path2D.Double();
        String capitals = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < capitals.length(); i++) {
            char letter = capitals.charAt(i);
            if (STROKES.containsKey(letter)) {
                addLetter(strokes, STROKES.get(letter), i * LETTER_DISTANCE);
            }
        }
        cel.at(x, y, height / LETTER_HEIGHT).line(strokes, PEN_WIDTH, paint);
    }

    private static void addLetter(Path2D strokes, String letter, int left) {
        for (String stroke : letter.split("/")) {
            String[] points = stroke.split(" ");
            strokes.moveTo(left + step(points[0], 0), step(points[0], 1));
            for (String point : points) {
                strokes.lineTo(left + step(point, 0), step(point, 1));
            }
        }
    }

    private static int step(String point, int axis) {
        return Character.digit(point.charAt(axis), 10);
    }
}
