package io.genga.testsupport.messaging;

import io.genga.contracts.event.Event;
import io.genga.contracts.topic.Topic;
import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.publish.EventPublisher;
import io.genga.messaging.publish.PublishException;
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
        published.add(new Published(topic, event, trace));
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
