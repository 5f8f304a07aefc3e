package io.genga.worker;

/** A chunk whose frames another one needs has not been cut yet. It will be, or the job ends. */
final class ChunkNotStoredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChunkNotStoredException(String message) {
        super(message);
    }
}
