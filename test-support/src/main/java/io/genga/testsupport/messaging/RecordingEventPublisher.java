package io.genga.testsupport.messaging;

import io.genga.contracts.event.Event;
import io.genga.contracts.topic.Topic;
import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.publish.EventPublisher;
import io.genga.messaging.publish.PublishException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what is published instead of sending it, and fails when it is told to. Thread-safe. */
public final class RecordingEventPublisher implements EventPublisher {

    private final List<Published> published = new CopyOnWriteArrayList<>();
    private final AtomicInteger failuresToCome = new AtomicInteger();

    /** One event, as it was handed over. */
    public record Published(Topic<?> topic, Event event, TraceContext trace) {}

    @Override
    public <E extends Event> void publish(Topic<E> topic, E event, TraceContext trace) {
        if (failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new PublishException(topic.name() + " did not confirm, as the test wants it", null);
        }
        synchronized (published) {
            published.add(new Published(topic, event, trace));
            published.notifyAll();
        }
    }

    /**
     * Waits until so many events were published on a topic.
     *
     * @return all that were, in order
     * @throws AssertionError where {@code hang} passes before
     */
    public <E extends Event> List<E> await(Topic<E> topic, int count, Duration hang) {
        Instant end = Instant.now().plus(hang);
        synchronized (published) {
            while (on(topic).size() < count) {
                long left = Duration.between(Instant.now(), end).toMillis();
                if (left <= 0) {
                    throw new AssertionError(topic.name() + " has only " + on(topic));
                }
                waitFor(left);
            }
            return on(topic);
        }
    }

    private void waitFor(long millis) {
        try {
            published.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for events", e);
        }
    }

    /** Lets the next {@code count} publications fail. */
    public void failNext(int count) {
        failuresToCome.set(count);
    }

    /** Everything that was published, in order. */
    public List<Published> published() {
        return List.copyOf(published);
    }

    /** The events that were published on a topic, in order. */
    public <E extends Event> List<E> on(Topic<E> topic) {
        return published.stream()
                .filter(one -> one.topic().equals(topic))
                .map(one -> topic.eventClass().cast(one.event()))
                .toList();
    }
}
