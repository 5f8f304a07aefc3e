package io.genga.worker.pipeline;

/** What went wrong first, among threads; what went wrong because of it is noted with it. Thread-safe. */
final class FirstFailure {

    private Throwable first;

    synchronized void add(Throwable failure) {
        if (first == null) {
            first = failure;
        } else if (first != failure) {
            first.addSuppressed(failure);
        }
    }

    /** Throws it as it is, if there is one. */
    synchronized void rethrow() {
        if (first instanceof Error error) {
            throw error;
        }
        if (first instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
