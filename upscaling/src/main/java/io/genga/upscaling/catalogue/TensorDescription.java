package io.genga.upscaling.catalogue;

import java.util.Objects;

/**
 * A network's input or output: one picture of three colours.
 *
 * @param name in the ONNX graph
 * @param peak the number that stands for full intensity, 1 or 255; 0 stands for none
 * @param clamped whether no number lies outside of 0 to {@code peak}
 */
public record TensorDescription(
        String name, TensorLayout layout, ElementType type, ColourOrder colour, int peak, boolean clamped) {

    public TensorDescription {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(colour, "colour");
    }
}
