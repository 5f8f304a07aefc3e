package io.genga.upscaling.ncnn;

/**
 * Shape of a tensor in relation to what the network reads.
 *
 * @param planes number of planes
 * @param scale pixels per pixel that the network reads, in each direction
 * @param radius how far one of its pixels sees, in pixels that the network reads
 * @param trimmed by how many pixels it is shorter than {@code scale} says, in each direction, half of them at either edge
 * @param pooled whether it has one number per plane, and no pixels
 */
public record Geometry(int planes, double scale, double radius, double trimmed, boolean pooled) {

    static final Geometry PICTURE = new Geometry(3, 1, 0);

    /** Of a tensor that lost nothing at its edges. */
    public Geometry(int planes, double scale, double radius) {
        this(planes, scale, radius, 0, false);
    }

    /**
     * Pixels around the picture that a network must read to give the whole of it; they make up for what it trims. No whole number where
     * the network cannot be made to.
     */
    public double border() {
        return trimmed / (2 * scale);
    }

    Geometry withPlanes(int planes) {
        return new Geometry(planes, scale, radius, trimmed, pooled);
    }

    /** What reads {@code pixels} of this tensor's pixels in each direction sees that much farther. */
    Geometry seeing(double pixels) {
        return new Geometry(planes, scale, radius + pixels / scale, trimmed, pooled);
    }

    Geometry scaledBy(double factor) {
        return new Geometry(planes, scale * factor, radius, trimmed * factor, pooled);
    }

    /** Without so many pixels in each direction, half of them at either edge. */
    Geometry trimmedBy(double pixels) {
        return new Geometry(planes, scale, radius, trimmed + pixels, pooled);
    }

    Geometry toPooled() {
        return new Geometry(planes, scale, radius, trimmed, true);
    }

    boolean isAsLargeAs(Geometry other) {
        return scale == other.scale && trimmed == other.trimmed && pooled == other.pooled;
    }
}
