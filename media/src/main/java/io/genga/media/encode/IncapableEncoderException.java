package io.genga.media.encode;

/** This machine cannot encode as the plan demands; another one may. */
public final class IncapableEncoderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IncapableEncoderException(String message) {
        super(message);
    }
}
