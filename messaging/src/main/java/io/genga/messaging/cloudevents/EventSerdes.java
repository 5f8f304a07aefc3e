package io.genga.messaging.cloudevents;

import io.genga.contracts.event.Event;
import io.genga.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Events to and from Kafka. */
public final class EventSerdes {

    private EventSerdes() {}

    /**
     * @param source the CloudEvents source of what is written, for example {@code /genga/assembler/host-1}
     */
    public static <E extends Event> Serde<E> of(Topic<E> topic, String source) {
        return Serdes.serdeFrom(new EventSerializer<>(topic, source), reader(topic));
    }

    public static <E extends Event> EventDeserializer<E> reader(Topic<E> topic) {
        return new EventDeserializer<>(topic);
    }

    /** The record that carries {@code event}: its key, its headers and its JSON. */
    public static <E extends Event> ProducerRecord<byte[], byte[]> toRecord(
            Topic<E> topic, E event, TraceContext trace, String source) {
        Headers headers = new RecordHeaders();
        CloudEventHeaders.write(headers, CloudEventHeaders.TRACE_PARENT, trace.traceparent());
        byte[] value = new EventSerializer<>(topic, source).serialize(topic.name(), headers, event);
        byte[] key = EventKeys.of(event).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic.name(), null, key, value, headers);
    }
}
