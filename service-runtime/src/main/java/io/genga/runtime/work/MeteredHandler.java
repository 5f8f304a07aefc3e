package io.genga.runtime.work;

import io.genga.contracts.event.JobEvent;
import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.work.Done;
import io.genga.messaging.work.GiveUp;
import io.genga.messaging.work.WorkContext;
import io.genga.messaging.work.WorkHandler;
import io.genga.messaging.work.WorkOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Measures every attempt at a piece of work: {@code genga_work_attempt_seconds} by role and outcome. */
final class MeteredHandler<E extends JobEvent> implements WorkHandler<E> {

    private final WorkHandler<E> handler;
    private final MeterRegistry meters;
    private final String role;

    MeteredHandler(WorkHandler<E> handler, MeterRegistry meters, String role) {
        this.handler = handler;
        this.meters = meters;
        this.role = role;
    }

    @Override
    public WorkOutcome handle(E event, WorkContext context) throws Exception {
        Timer.Sample attempt = Timer.start(meters);
        String outcome = "failed";
        try {
            WorkOutcome result = handler.handle(event, context);
            outcome = nameOf(result);
            return result;
        } finally {
            attempt.stop(meters.timer("genga.work.attempt", "role", role, "outcome", outcome));
        }
    }

    @Override
    public void onDeadLetter(E event, String reason, TraceContext trace) {
        handler.onDeadLetter(event, reason, trace);
        meters.counter("genga.work.dead.letters", "role", role).increment();
    }

    private static String nameOf(WorkOutcome outcome) {
        if (outcome instanceof Done) {
            return "done";
        }
        return outcome instanceof GiveUp ? "given-up" : "later";
    }
}
