package io.genga.testsupport.messaging;

import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.work.WorkContext;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** The circumstances of a record that is handled once, and of which the queue may ask the handler to let go. Thread-safe. */
public final class SingleAttempt implements WorkContext {

    private final TraceContext trace = TraceContext.root();
    private final Instant deadline = Instant.now().plus(Duration.ofHours(1));
    private final AtomicInteger questionsUntilStop;

    private SingleAttempt(int questionsUntilStop) {
        this.questionsUntilStop = new AtomicInteger(questionsUntilStop);
    }

    public static SingleAttempt undisturbed() {
        return new SingleAttempt(Integer.MAX_VALUE);
    }

    /** @param questions how often the handler is told to go on before it is told to stop */
    public static SingleAttempt stoppedAfter(int questions) {
        return new SingleAttempt(questions);
    }

    @Override
    public TraceContext trace() {
        return trace;
    }

    @Override
    public int deliveryCount() {
        return 1;
    }

    @Override
    public boolean stopRequested() {
        return questionsUntilStop.decrementAndGet() < 0;
    }

    @Override
    public Instant deadline() {
        return deadline;
    }
}
