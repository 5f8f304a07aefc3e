package io.genga.messaging.publish;

import io.genga.contracts.event.Event;
import io.genga.contracts.topic.Topic;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.cloudevents.EventKeys;
import io.genga.messaging.cloudevents.EventSerdes;
import io.genga.messaging.cloudevents.TraceContext;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes through an idempotent producer, with acks from all replicas in sync. */
public final class KafkaEventPublisher implements EventPublisher, AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final String source;

    private KafkaEventPublisher(Producer<byte[], byte[]> producer, String source) {
        this.producer = producer;
        this.source = source;
    }

    /**
     * @param source the CloudEvents source of every event
     */
    public static KafkaEventPublisher open(KafkaConnection connection, String source) {
        Map<String, Object> properties = connection.with(
                Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true));
        return new KafkaEventPublisher(
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()), source);
    }

    @Override
    public <E extends Event> void publish(Topic<E> topic, E event, TraceContext trace) {
        try {
            producer.send(EventSerdes.toRecord(topic, event, trace.child(), source))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notConfirmed(topic, event, e);
        } catch (ExecutionException | KafkaException e) {
            throw notConfirmed(topic, event, e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static PublishException notConfirmed(Topic<?> topic, Event event, Exception cause) {
        return new PublishException(
                topic.name() + " did not confirm an event about " + EventKeys.of(event) + ": " + cause.getMessage(),
                cause);
    }
}
