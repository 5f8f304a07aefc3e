package io.genga.assembler.decide;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.contracts.event.Event;
import io.genga.contracts.event.JobEvent;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.event.PoolBacklog;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.Topic;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.cloudevents.EventSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The topology with its real stores and codec, without a broker, on a clock that the test moves. */
final class DecideDriver implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private static final List<String> STORES = List.of("jobs", "chunks", "deadlines");
    private static final List<Topic<?>> OUTPUTS = List.of(
            Topics.chunkRequested(PoolName.CPU),
            Topics.ASSEMBLY_REQUESTED,
            Topics.VIDEO_REMASTERED,
            Topics.VIDEO_FAILED,
            Topics.VIDEO_CANCELLED,
            Topics.JOB_STATUS);
    private static final Duration STEP = Duration.ofSeconds(15);

    private final DecideSettings settings;
    private final Map<Topic<?>, TestOutputTopic<String, ? extends Event>> outputs = new HashMap<>();
    private final Map<Topic<?>, List<TestRecord<String, Event>>> sent = new HashMap<>();
    private TopologyTestDriver driver;
    private Instant now = START;

    DecideDriver(DecideSettings settings) {
        this.settings = settings;
        this.driver = newDriver();
    }

    DecideDriver() {
        this(DecideSettings.DEFAULT);
    }

    Instant now() {
        return now;
    }

    <E extends JobEvent> void send(Topic<E> topic, E event) {
        send(topic, event, null);
    }

    <E extends JobEvent> void send(Topic<E> topic, E event, String traceparent) {
        RecordHeaders headers = new RecordHeaders();
        if (traceparent != null) {
            headers.add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        }
        driver.createInputTopic(
                        topic.name(),
                        new StringSerializer(),
                        EventSerdes.of(topic, "/test").serializer())
                .pipeInput(new TestRecord<>(event.job().value(), event, headers, now));
    }

    void observe(PoolName pool, long lag) {
        driver.createInputTopic(
                        Topics.POOL_BACKLOG.name(),
                        new StringSerializer(),
                        EventSerdes.of(Topics.POOL_BACKLOG, "/test").serializer())
                .pipeInput(pool.value(), new PoolBacklog(pool, lag, now));
    }

    /** Lets time pass while this process looks at the clock again and again. */
    void pass(Duration duration) {
        Duration left = duration;
        while (left.compareTo(STEP) > 0) {
            jump(STEP);
            left = left.minus(STEP);
        }
        jump(left);
    }

    /** Lets time pass while this process stands still. */
    void jump(Duration duration) {
        now = now.plus(duration);
        driver.advanceWallClockTime(duration);
    }

    /** All that was ever sent to {@code topic}. */
    <E extends Event> List<E> sent(Topic<E> topic) {
        return records(topic).stream()
                .map(message -> topic.eventClass().cast(message.value()))
                .toList();
    }

    <E extends Event> List<TestRecord<String, Event>> records(Topic<E> topic) {
        List<TestRecord<String, Event>> all = sent.computeIfAbsent(topic, absent -> new ArrayList<>());
        outputOf(topic)
                .readRecordsToList()
                .forEach(message -> all.add(
                        new TestRecord<>(message.key(), message.value(), message.headers(), message.getRecordTime())));
        return all;
    }

    JobStatus status() {
        List<JobStatus> statuses = sent(Topics.JOB_STATUS);
        return statuses.get(statuses.size() - 1);
    }

    long entries(String store) {
        long count = 0;
        try (KeyValueIterator<String, Object> iterator =
                driver.<String, Object>getKeyValueStore(store).all()) {
            while (iterator.hasNext()) {
                iterator.next();
                count++;
            }
        }
        return count;
    }

    /** The process dies; another one starts from the state that the broker kept. */
    void restart() {
        OUTPUTS.forEach(this::records);
        Map<String, List<KeyValue<String, Object>>> kept = new HashMap<>();
        STORES.forEach(store -> kept.put(store, contentOf(store)));
        driver.close();
        outputs.clear();
        driver = newDriver();
        kept.forEach((store, entries) ->
                driver.<String, Object>getKeyValueStore(store).putAll(entries));
    }

    @Override
    public void close() {
        driver.close();
    }

    private List<KeyValue<String, Object>> contentOf(String store) {
        List<KeyValue<String, Object>> content = new ArrayList<>();
        KeyValueStore<String, Object> entries = driver.getKeyValueStore(store);
        try (KeyValueIterator<String, Object> iterator = entries.all()) {
            iterator.forEachRemaining(content::add);
        }
        return content;
    }

    @SuppressWarnings("unchecked") // each topic is put with an output of its own kind of event
    private <E extends Event> TestOutputTopic<String, E> outputOf(Topic<E> topic) {
        return (TestOutputTopic<String, E>) outputs.computeIfAbsent(topic, absent -> newOutput(topic));
    }

    private <E extends Event> TestOutputTopic<String, E> newOutput(Topic<E> topic) {
        return driver.createOutputTopic(
                topic.name(),
                new StringDeserializer(),
                EventSerdes.of(topic, "/test").deserializer());
    }

    private TopologyTestDriver newDriver() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "genga.decide");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, "target/decide-driver/" + UUID.randomUUID());
        return new TopologyTestDriver(DecideTopology.build(settings, List.of(PoolName.CPU)), properties, now);
    }
}
