package io.genga.upscaling.catalogue;

import java.util.Objects;

/**
 * What a network hands itself from one frame to the next, as it is and not clamped. At the first frame it is zero.
 *
 * @param input that takes it, by its name in the ONNX graph
 * @param output that gave it at the frame before
 * @param scale its pixels per pixel of the frame, in each direction
 */
public record Feedback(String input, String output, int channels, int scale) {

    public Feedback {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(output, "output");
    }
}
