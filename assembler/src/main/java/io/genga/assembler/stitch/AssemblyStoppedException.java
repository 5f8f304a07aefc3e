package io.genga.assembler.stitch;

/** An assembly was broken off: its job has ended, or this process is to end. Nothing of it stays behind. */
final class AssemblyStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
