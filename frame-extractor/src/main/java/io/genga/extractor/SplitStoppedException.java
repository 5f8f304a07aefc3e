package io.genga.extractor;

/** A video's splitting was broken off: its job has ended, or this process is to end. What is stored stays good. */
final class SplitStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
