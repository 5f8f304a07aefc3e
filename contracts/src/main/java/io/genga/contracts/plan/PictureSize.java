package io.genga.contracts.plan;

/**
 * How large pictures are.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record PictureSize(int width, int height) {

    public PictureSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height + " has no pixels");
        }
    }

    public PictureSize times(int scale) {
        return new PictureSize(Math.multiplyExact(width, scale), Math.multiplyExact(height, scale));
    }

    /** The same picture at another height; its width is the even number that changes its shape least. */
    public PictureSize ofHeight(int other) {
        long halfWidth = Math.max(1, Math.round((double) width * other / height / 2));
        return new PictureSize(Math.toIntExact(2 * halfWidth), other);
    }

    public long pixels() {
        return (long) width * height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
