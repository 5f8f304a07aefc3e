package io.genga.messaging.work;

import io.genga.contracts.topic.Topic;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.publish.PublishException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records as they came, with the reason and their origin in headers, to the topic of dead letters. Thread-safe. */
final class DeadLetters implements AutoCloseable {

    private static final String REASON = "genga-dead-letter-reason";
    private static final String ORIGIN = "genga-dead-letter-origin";

    private final KafkaConnection connection;
    private final Topic<?> topic;
    private KafkaProducer<byte[], byte[]> producer;

    DeadLetters(KafkaConnection connection, Topic<?> topic) {
        this.connection = connection;
        this.topic = topic;
    }

    /**
     * Returns once all replicas in sync have the letter.
     *
     * @throws PublishException where that was not confirmed
     */
    void write(ConsumerRecord<byte[], byte[]> record, String reason) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic.deadLetterName(), null, record.key(), record.value(), record.headers());
        letter.headers().add(REASON, reason.getBytes(StandardCharsets.UTF_8));
        letter.headers().add(ORIGIN, origin(record).getBytes(StandardCharsets.UTF_8));
        try {
            producer().send(letter).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishException(letter.topic() + " did not confirm a dead letter", e);
        } catch (ExecutionException e) {
            throw new PublishException(letter.topic() + " did not confirm a dead letter", e);
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close();
        }
    }

    /** Most queues never need one. */
    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    connection.with(Map.of(ProducerConfig.ACKS_CONFIG, "all")),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    private static String origin(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
