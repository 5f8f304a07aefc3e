package io.genga.messaging.outside;

import io.genga.messaging.KafkaConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a topic that others write, in their own format, as a member of a consumer group: every record at least once, those of a
 * partition in order. A record whose handling fails is handled again until it succeeds, and nothing behind it before.
 */
public final class OutsideTopicReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutsideTopicReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Map<String, Object> CONSUMER = Map.of(
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");

    private final String topic;
    private final Consumer<byte[]> handler;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private volatile boolean closing;

    private OutsideTopicReader(KafkaConnection connection, String topic, String group, Consumer<byte[]> handler) {
        this.topic = topic;
        this.handler = handler;
        Map<String, Object> properties = connection.with(CONSUMER);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.thread = new Thread(this::read, "read-" + topic);
        thread.setDaemon(true);
    }

    /**
     * @param group whose members share the topic's records
     * @param handler of a record's value, never null; called on the reader's own thread; where it throws it is called again
     */
    public static OutsideTopicReader start(
            KafkaConnection connection, String topic, String group, Consumer<byte[]> handler) {
        OutsideTopicReader reader = new OutsideTopicReader(connection, topic, group, handler);
        reader.thread.start();
        return reader;
    }

    /** Whether it still reads. */
    public boolean healthy() {
        return thread.isAlive();
    }

    /** Returns when the record at hand has been handled. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (consumer) {
            consumer.subscribe(List.of(topic));
            while (!closing) {
                step();
            }
        }
    }

    private void step() {
        try {
            handle(consumer.poll(POLL));
        } catch (WakeupException e) {
            LOG.debug("reading {} was interrupted", topic);
        } catch (KafkaException e) {
            LOG.warn("{} cannot be read now: {}", topic, e.toString());
            LockSupport.parkNanos(AFTER_FAILURE.toNanos());
        }
    }

    private void handle(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                if (!handled(record)) {
                    consumer.seek(partition, record.offset());
                    break;
                }
                handled.put(partition, new OffsetAndMetadata(record.offset() + 1));
            }
        }
        if (!handled.isEmpty()) {
            consumer.commitSync(handled);
        }
    }

    private boolean handled(ConsumerRecord<byte[], byte[]> record) {
        try {
            if (record.value() != null) {
                handler.accept(record.value());
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{}-{}@{} is handled again: {}", topic, record.partition(), record.offset(), e.toString());
            LockSupport.parkNanos(AFTER_FAILURE.toNanos());
            return false;
        }
    }
}
