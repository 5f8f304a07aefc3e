package io.genga.messaging.work;

import io.genga.messaging.cloudevents.TraceContext;
import java.time.Instant;

/** The circumstances of one attempt. */
public interface WorkContext {

    TraceContext trace();

    /** How often the broker has handed out this record, from 1. */
    int deliveryCount();

    /**
     * Whether to stop soon: the process ends, the deadline has passed, or the record was taken away. What is returned then is
     * of no consequence, unless it is {@link Done}.
     */
    boolean stopRequested();

    /** When this attempt is given up. */
    Instant deadline();
}
