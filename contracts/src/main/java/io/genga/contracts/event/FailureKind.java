package io.genga.contracts.event;

/** What another attempt could change. */
public enum FailureKind {
    /** The circumstances were to blame: another attempt may succeed anywhere. */
    RETRYABLE,
    /** The work itself is at fault: every attempt would fail alike. */
    PERMANENT,
    /** This worker cannot do it, another one may. */
    INCAPABLE
}
