package io.genga.media.verify;

/** A film is not what its plan and its source demand; it must not be published. */
public final class VerificationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String PREFIX = "verification failed: ";

    /** @param check what was looked at, for example {@code time stamp of frame 17} */
    VerificationFailedException(String check, Object expected, Object found) {
        this(check + ": expected " + expected + ", found " + found);
    }

    /** @param finding what is wrong, and where */
    VerificationFailedException(String finding) {
        super(PREFIX + finding);
    }

    /** What is wrong, and where. */
    String finding() {
        return getMessage().substring(PREFIX.length());
    }

    static void requireEqual(String check, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new VerificationFailedException(check, expected, found);
        }
    }
}
