package io.genga.upscaling.catalogue;

import java.util.Objects;

/**
 * An input that takes another frame than the one that is made larger.
 *
 * @param offset how many frames later it is; negative before, never 0
 */
public record Neighbour(TensorDescription picture, int offset) {

    public Neighbour {
        Objects.requireNonNull(picture, "picture");
    }
}
