package io.genga.ingest.api;

/** What was asked for does not exist in the job's present state. */
final class NotYetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotYetException(String message) {
        super(message);
    }
}
