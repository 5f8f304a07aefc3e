package io.genga.assembler.stitch;

import io.genga.contracts.event.VerificationReport;

/** A film was made, but is not what its plan and its source demand: it must not be published. */
final class FilmRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient VerificationReport report;

    /** @param reason the first check that failed, in one sentence */
    FilmRefusedException(String reason, VerificationReport report) {
        super(reason);
        this.report = report;
    }

    VerificationReport report() {
        return report;
    }
}
