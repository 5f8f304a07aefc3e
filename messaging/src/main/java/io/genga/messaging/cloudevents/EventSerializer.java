package io.genga.messaging.cloudevents;

import io.genga.contracts.event.ChunkEvent;
import io.genga.contracts.event.Event;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.topic.Topic;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

/** Writes an event as a CloudEvent in binary mode. A {@code traceparent} that is there already stays. Thread-safe. */
public final class EventSerializer<E extends Event> implements Serializer<E> {

    private static final String SPEC_VERSION = "1.0";
    private static final String JSON = "application/json";

    private final Topic<E> topic;
    private final String source;

    EventSerializer(Topic<E> topic, String source) {
        this.topic = topic;
        this.source = source;
    }

    @Override
    public byte[] serialize(String topicName, E event) {
        throw new UnsupportedOperationException("a CloudEvent cannot be written without headers");
    }

    @Override
    public byte[] serialize(String topicName, Headers headers, E event) {
        if (event == null) {
            return null;
        }
        CloudEventHeaders.write(headers, CloudEventHeaders.SPEC_VERSION, SPEC_VERSION);
        CloudEventHeaders.write(headers, CloudEventHeaders.ID, UUID.randomUUID().toString());
        CloudEventHeaders.write(headers, CloudEventHeaders.SOURCE, source);
        CloudEventHeaders.write(headers, CloudEventHeaders.TYPE, topic.eventType());
        CloudEventHeaders.write(headers, CloudEventHeaders.SUBJECT, subject(event));
        CloudEventHeaders.write(headers, CloudEventHeaders.TIME, Instant.now().toString());
        CloudEventHeaders.write(headers, CloudEventHeaders.CONTENT_TYPE, JSON);
        return ContractJson.write(event);
    }

    private static String subject(Event event) {
        if (event instanceof ChunkEvent chunk) {
            return chunk.chunkId().toString();
        }
        return EventKeys.of(event);
    }
}
