package io.genga.embedded.kafka;

/** The broker could not be started. The message says why and what to do, in one sentence. */
public final class EmbeddedKafkaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedKafkaException(String message, Throwable cause) {
        super(message, cause);
    }
}
