package io.genga.media.verify;

/** A film is not what its plan and its source demand; it must not be published. */
public final class VerificationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param check what was looked at, for example {@code time stamp of frame 17} */
    VerificationFailedException(String check, Object expected, Object found) {
        super("verification failed: " + check + ": expected " + expected + ", found " + found);
    }

    static void requireEqual(String check, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new VerificationFailedException(check, expected, found);
        }
    }
}
