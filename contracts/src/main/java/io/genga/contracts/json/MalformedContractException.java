package io.genga.contracts.json;

/** A message or object does not say what its contract demands; reading it again will not help. */
public final class MalformedContractException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedContractException(String message, Throwable cause) {
        super(message, cause);
    }
}
