package io.genga.upscaling.ncnn;

import io.genga.upscaling.catalogue.UnusableNetworkException;

/**
 * A line of a {@code .param} file, to be named in errors.
 *
 * @param number from 1
 */
record LinePosition(String file, int number) {

    /** An exception to be thrown. */
    UnusableNetworkException refusal(String problem) {
        return new UnusableNetworkException(file + ": line " + number + " " + problem);
    }
}
