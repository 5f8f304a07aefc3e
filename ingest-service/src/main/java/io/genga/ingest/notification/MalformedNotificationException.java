package io.genga.ingest.notification;

/** A message that cannot be understood. Its message is the rest of a sentence that begins with the notification. */
final class MalformedNotificationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedNotificationException(String message) {
        super(message);
    }
}
