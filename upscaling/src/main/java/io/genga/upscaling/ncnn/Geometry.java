package io.genga.upscaling.ncnn;

/**
 * Shape of a tensor in relation to the network's input.
 *
 * @param planes number of planes
 * @param scale pixels per pixel of the input, in each direction
 * @param radius how far one of its pixels sees, in pixels of the input
 */
public record Geometry(int planes, double scale, double radius) {

    static final Geometry PICTURE = new Geometry(3, 1, 0);

    Geometry withPlanes(int planes) {
        return new Geometry(planes, scale, radius);
    }

    /** What reads {@code pixels} of this tensor's pixels in each direction sees that much farther. */
    Geometry seeing(double pixels) {
        return new Geometry(planes, scale, radius + pixels / scale);
    }

    Geometry scaledBy(double factor) {
        return new Geometry(planes, scale * factor, radius);
    }

    boolean isAsLargeAs(Geometry other) {
        return scale == other.scale;
    }
}
