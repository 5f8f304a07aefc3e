package io.genga.upscaling.tile;

import java.util.Locale;

/** In which shapes the changed parts of a picture are handed to a network. */
public enum RunShapes {

    /** Each as large as it is: on a processor the pixels are what costs. */
    ANY,

    /** Squares of one size, several at once: on a GPU each run costs, and each new shape. */
    SQUARES;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
