package io.genga.assembler.stitch;

/** The results that were named do not make a film; asking again would not change that. */
final class AssemblyImpossibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AssemblyImpossibleException(String message) {
        super(message);
    }
}
