package io.genga.messaging.topics;

/** The topics or groups are not as the platform needs them, and could not be made so. */
public final class TopicInstallationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicInstallationException(String message, Throwable cause) {
        super(message, cause);
    }
}
