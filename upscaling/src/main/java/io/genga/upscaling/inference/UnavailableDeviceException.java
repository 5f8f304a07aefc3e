package io.genga.upscaling.inference;

/** Networks cannot run on the device asked for. The message is one sentence: what is missing, and what to do. */
public final class UnavailableDeviceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnavailableDeviceException(String message) {
        this(message, null);
    }

    UnavailableDeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}
