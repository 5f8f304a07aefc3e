package io.genga.messaging.cloudevents;

import io.genga.contracts.event.Event;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.json.MalformedContractException;
import io.genga.contracts.topic.Topic;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads a CloudEvent in binary mode; one of another type, or of a version that is not understood, is refused. Thread-safe. */
public final class EventDeserializer<E extends Event> implements Deserializer<E> {

    private final Topic<E> topic;

    EventDeserializer(Topic<E> topic) {
        this.topic = topic;
    }

    @Override
    public E deserialize(String topicName, byte[] value) {
        throw new MalformedContractException(
                "a CloudEvent on " + topicName + " cannot be read without its headers", null);
    }

    /**
     * @throws MalformedContractException where the record is no event of this topic
     */
    @Override
    public E deserialize(String topicName, Headers headers, byte[] value) {
        String type = CloudEventHeaders.read(headers, CloudEventHeaders.TYPE);
        if (!topic.eventType().equals(type)) {
            throw new MalformedContractException(
                    "a record on " + topicName + " has ce_type " + type + ", expected " + topic.eventType(), null);
        }
        if (value == null) {
            throw new MalformedContractException("a record on " + topicName + " has no value", null);
        }
        return ContractJson.read(value, topic.eventClass());
    }

    /** The event together with its trace. */
    public Received<E> receive(String topicName, Headers headers, byte[] value) {
        String traceparent = CloudEventHeaders.read(headers, CloudEventHeaders.TRACE_PARENT);
        return new Received<>(deserialize(topicName, headers, value), TraceContext.ofHeader(traceparent));
    }
}
