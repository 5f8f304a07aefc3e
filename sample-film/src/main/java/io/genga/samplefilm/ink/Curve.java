package io.genga.samplefilm.ink;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Scanner;

/**
 * Outlines as text, in a part of SVG's path language: the absolute commands {@code M x y}, {@code L x y},
 * {@code Q x1 y1 x y}, {@code C x1 y1 x2 y2 x y} and {@code Z}, every token apart.
 */
public final class Curve {

    private Curve() {}

    /** @throws IllegalArgumentException where a command is none of these */
    public static Shape of(String text) {
        Path2D path = new Path2D.Double();
        try (Scanner tokens = new Scanner(text)) {
            while (tokens.hasNext()) {
                append(path, tokens.next(), tokens);
            }
        }
        return path;
    }

    private static void append(Path2D path, String command, Scanner numbers) {
        switch (command) {
            case "M" -> path.moveTo(next(numbers), next(numbers));
            case "L" -> path.lineTo(next(numbers), next(numbers));
            case "Q" -> path.quadTo(next(numbers), next(numbers), next(numbers), next(numbers));
            case "C" ->
                path.curveTo(next(numbers), next(numbers), next(numbers), next(numbers), next(numbers), next(numbers));
            case "Z" -> path.closePath();
            default -> throw new IllegalArgumentException("no command of a curve: " + command);
        }
    }

    private static double next(Scanner numbers) {
        return Double.parseDouble(numbers.next());
    }
}
