package io.genga.messaging.work;

import io.genga.messaging.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a share group that holds at most one record at a time. For use by one thread, but for {@link #wakeUp}.
 */
final class ShareSlot implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShareSlot.class);

    /**
     * Short, because a poll that has met the end of a transaction, which takes an offset of its own, returns nothing and asks for
     * nothing more before its time is up: each record would wait for a whole poll.
     */
    private static final Duration POLL = Duration.ofMillis(20);

    private static final int DEFAULT_LOCK_MILLIS = 30_000;
    private static final Map<String, Object> ONE_AT_A_TIME = Map.of(
            ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit",
            ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);

    private final KafkaShareConsumer<byte[], byte[]> consumer;

    private ShareSlot(KafkaShareConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    static ShareSlot join(KafkaConnection connection, String topic, String shareGroup, String name) {
        Map<String, Object> properties = connection.with(ONE_AT_A_TIME);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, shareGroup);
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        KafkaShareConsumer<byte[], byte[]> consumer =
                new KafkaShareConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        return new ShareSlot(consumer);
    }

    /** The next record, where one comes within a moment. From then on it is held. */
    Optional<ConsumerRecord<byte[], byte[]>> take() {
        return first(consumer.poll(POLL));
    }

    /** How long a held record is safe before it must be renewed again. */
    Duration renewalInterval() {
        return lock().dividedBy(2);
    }

    /**
     * Prolongs the lock of a held record.
     *
     * @return the record that is held now: the same one; another one where this one was taken away; none where the lock could
     *     not be prolonged in time
     */
    Optional<ConsumerRecord<byte[], byte[]>> renew(ConsumerRecord<byte[], byte[]> held) {
        Instant lost = Instant.now().plus(lock());
        consumer.acknowledge(held, AcknowledgeType.RENEW);
        Optional<ConsumerRecord<byte[], byte[]>> now = Optional.empty();
        while (now.isEmpty() && Instant.now().isBefore(lost)) {
            now = take();
        }
        return now;
    }

    /** Ends the holding of a record. Where the broker had taken it away before, somebody else has it: that is logged. */
    void release(ConsumerRecord<byte[], byte[]> held, Verdict verdict) {
        consumer.acknowledge(held, verdict.acknowledgement());
        Map<TopicIdPartition, Optional<KafkaException>> results = consumer.commitSync();
        results.forEach((partition, error) -> error.ifPresent(e -> LOG.warn(
                "{}@{} was {} here, but the broker had taken it back: {}",
                partition,
                held.offset(),
                verdict,
                e.getMessage())));
    }

    /** Ends a waiting {@link #take} at once. May be called by any thread. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Duration lock() {
        return Duration.ofMillis(consumer.acquisitionLockTimeoutMs().orElse(DEFAULT_LOCK_MILLIS));
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> first(ConsumerRecords<byte[], byte[]> records) {
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(records.iterator().next());
    }
}
