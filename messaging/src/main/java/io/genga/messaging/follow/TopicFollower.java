package io.genga.messaging.follow;

import io.genga.contracts.event.Event;
import io.genga.contracts.json.MalformedContractException;
import io.genga.contracts.topic.Topic;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.cloudevents.EventDeserializer;
import io.genga.messaging.cloudevents.EventSerdes;
import io.genga.messaging.cloudevents.Received;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a whole topic from its start, and then whatever comes, outside any group: every follower sees everything. Only committed
 * records are seen.
 */
public final class TopicFollower<E extends Event> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Map<String, Object> CONSUMER = Map.of(
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            100);

    private final Topic<E> topic;
    private final Consumer<Received<E>> listener;
    private final EventDeserializer<E> reader;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closing;

    private TopicFollower(KafkaConnection connection, Topic<E> topic, Consumer<Received<E>> listener) {
        this.topic = topic;
        this.listener = listener;
        this.reader = EventSerdes.reader(topic);
        this.consumer = new KafkaConsumer<>(
                connection.with(CONSUMER), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.thread = new Thread(this::follow, "follow-" + topic.name());
        thread.setDaemon(true);
    }

    /**
     * @param topic exists
     * @param listener called on the follower's own thread, in the order of each partition; must be quick
     */
    public static <E extends Event> TopicFollower<E> start(
            KafkaConnection connection, Topic<E> topic, Consumer<Received<E>> listener) {
        TopicFollower<E> follower = new TopicFollower<>(connection, topic, listener);
        follower.thread.start();
        return follower;
    }

    /** Whether everything has been seen that was there at the start. */
    public boolean caughtUp() {
        return caughtUp.getCount() == 0;
    }

    /**
     * @throws IllegalStateException where {@code limit} passes before everything has been seen
     */
    public void awaitCaughtUp(Duration limit) {
        try {
            if (!caughtUp.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(topic.name() + " was not read to its end within " + limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + topic.name() + " was read", e);
        }
    }

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

    private void follow() {
        try (consumer) {
            Map<TopicPartition, Long> ends = assignWholeTopic();
            while (!closing) {
                consumer.poll(POLL).forEach(this::deliver);
                if (!caughtUp() && reached(ends)) {
                    caughtUp.countDown();
                }
            }
        } catch (WakeupException e) {
            if (!closing) {
                throw e;
            }
        }
    }

    /** Where every partition ends now; asks until the broker answers. */
    private Map<TopicPartition, Long> assignWholeTopic() {
        while (true) {
            try {
                List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                return consumer.endOffsets(partitions);
            } catch (RetriableException e) {
                LOG.warn("{} cannot be read yet: {}", topic.name(), e.getMessage());
            }
        }
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void deliver(ConsumerRecord<byte[], byte[]> record) {
        try {
            listener.accept(reader.receive(record.topic(), record.headers(), record.value()));
        } catch (MalformedContractException e) {
            LOG.warn("passed over {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }
}
