package io.genga.upscaling.tile;

/**
 * A part of a picture, in pixels.
 *
 * @param x of its leftmost column
 * @param y of its topmost row
 */
public record Rectangle(int x, int y, int width, int height) {

    public Rectangle {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "rectangle of " + width + "x" + height + " at " + x + "," + y + " lies outside of every picture");
        }
    }

    /** The column behind its last. */
    public int right() {
        return x + width;
    }

    /** The row below its last. */
    public int bottom() {
        return y + height;
    }

    /** In pixels. */
    public long area() {
        return (long) width * height;
    }

    /** The same part of a picture that is so many times as large. */
    public Rectangle times(int scale) {
        return new Rectangle(x * scale, y * scale, width * scale, height * scale);
    }
}
