package io.genga.messaging.work;

import io.genga.contracts.event.JobEvent;
import io.genga.messaging.cloudevents.TraceContext;

/** What is done with each piece of work. Called by one thread at a time. */
public interface WorkHandler<E extends JobEvent> {

    /**
     * Does the work. It may be called more than once for the same event, by several processes at the same time: effects must
     * be idempotent. Long work looks at {@link WorkContext#stopRequested()} now and then.
     *
     * @throws Exception where this attempt failed; another one follows, up to {@link WorkQueueSettings#maxAttempts()}
     */
    WorkOutcome handle(E event, WorkContext context) throws Exception;

    /**
     * Tells the platform that this work will not be done. Called before the record is given up; where it throws, the record
     * is not given up but tried again.
     */
    void onDeadLetter(E event, String reason, TraceContext trace);
}
