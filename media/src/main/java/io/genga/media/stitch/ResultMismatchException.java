package io.genga.media.stitch;

/** A chunk's result is not what the plan says it must be. */
public final class ResultMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param check what was looked at, for example {@code number of frames} */
    ResultMismatchException(int chunk, String check, Object expected, Object found) {
        super("result of chunk " + chunk + ": " + check + ": expected " + expected + ", found " + found);
    }
}
