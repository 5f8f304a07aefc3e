package io.genga.contracts.event;

import io.genga.contracts.object.ObjectReference;
import java.util.Objects;

/**
 * What was found when a film was compared with its plan and its source. It lies in the outbox, beside the film where there is one.
 *
 * @param passed whether the film may be published
 * @param json for programs
 * @param page for people, HTML that needs nothing else
 */
public record VerificationReport(boolean passed, ObjectReference json, ObjectReference page) {

    public VerificationReport {
        Objects.requireNonNull(json, "json");
        Objects.requireNonNull(page, "page");
    }
}
