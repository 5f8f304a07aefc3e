package io.genga.upscaling.ncnn;

/** How large a setting may be. */
final class Limits {

    /** Far beyond any network, and small enough for arithmetic on sizes. */
    static final int MOST_PLANES = 16_384;

    static final int LARGEST_KERNEL = 31;
    static final int LARGEST_FACTOR = 16;

    private Limits() {}

    /** Returns {@code value}, which must be from 1 to {@code most}. */
    static int require(LayerLine layer, String what, int value, int most) {
        if (value < 1 || value > most) {
            throw layer.refusal("declares " + value + " " + what + ", but 1 to " + most + " are possible");
        }
        return value;
    }
}
