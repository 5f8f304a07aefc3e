package io.genga.messaging.publish;

import io.genga.contracts.event.Event;
import io.genga.contracts.topic.Topic;
import io.genga.messaging.cloudevents.TraceContext;

/** Makes events known. Thread-safe. */
public interface EventPublisher {

    /**
     * Returns once all replicas in sync have the event.
     *
     * @throws PublishException where that was not confirmed: the event may or may not be there, publishing it again is harmless
     */
    <E extends Event> void publish(Topic<E> topic, E event, TraceContext trace);
}
