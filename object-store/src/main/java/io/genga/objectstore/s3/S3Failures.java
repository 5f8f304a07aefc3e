package io.genga.objectstore.s3;

import io.genga.objectstore.ObjectMissingException;
import io.genga.objectstore.ObjectStoreException;
import io.genga.objectstore.ObjectStoreRefusedException;
import io.genga.objectstore.ObjectStoreUnavailableException;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.ErrorResponse;
import java.io.IOException;
import java.net.URI;

/** Turns what the SDK throws into the port's exceptions. */
record S3Failures(URI endpoint) {

    /** @param action what was tried with which object, such as {@code read video/work/plan.json} */
    ObjectStoreException translate(String action, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ErrorResponseException answer) {
                return refusal(action, answer.errorResponse(), answer);
            }
            if (cause instanceof IOException) {
                return unavailable(action, cause);
            }
        }
        return new ObjectStoreRefusedException(
                message(action, "its answer is not S3's: " + failure.getMessage()), "", failure);
    }

    ObjectStoreUnavailableException unavailable(String action, Throwable cause) {
        return new ObjectStoreUnavailableException(message(action, cause.toString()), cause);
    }

    /** @param cause null where the answer to a call that succeeded holds {@code answer} */
    ObjectStoreException refusal(String action, ErrorResponse answer, Throwable cause) {
        return switch (answer.code()) {
            case "NoSuchKey" -> new ObjectMissingException(message(action, "there is no such object"), cause);
            case "NoSuchBucket" -> new ObjectMissingException(message(action, "there is no such bucket"), cause);
            // Another conditional write to the same key was under way (409).
            case "ConditionalRequestConflict", "OperationAborted" -> unavailable(action, cause);
            default ->
                new ObjectStoreRefusedException(
                        message(action, answer.code() + ": " + answer.message()), answer.code(), cause);
        };
    }

    private String message(String action, String reason) {
        return "Cannot " + action + " at " + endpoint + ": " + reason;
    }
}
