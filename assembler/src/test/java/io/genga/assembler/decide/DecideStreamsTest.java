package io.genga.assembler.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.JobEvent;
import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.Topic;
import io.genga.contracts.topic.Topics;
import io.genga.embedded.kafka.EmbeddedKafka;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.cloudevents.EventSerdes;
import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.publish.KafkaEventPublisher;
import io.genga.messaging.topics.TopicInstaller;
import io.genga.messaging.topics.TopicLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DecideStreamsTest {

    private static final Topic<ChunkRequested> REQUESTS = Topics.chunkRequested(PoolName.CPU);
    private static final List<PoolName> POOLS = List.of(PoolName.CPU);

    @TempDir
    private Path directory;

    private EmbeddedKafka kafka;
    private KafkaConnection connection;
    private KafkaEventPublisher publisher;

    @BeforeEach
    void startBroker() {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"), 0);
        connection = KafkaConnection.of(kafka.bootstrapServers());
        TopicInstaller.install(connection, new TopicLayout(1, (short) 1, Duration.ofDays(1)), POOLS);
        publisher = KafkaEventPublisher.open(connection, "/genga/test");
    }

    @AfterEach
    void stopBroker() {
        publisher.close();
        kafka.close();
    }

    @Test
    void a_job_is_decided_to_its_end_across_a_restart_and_past_garbage() throws Exception {
        Film film = Film.of(2);
        try (DecideStreams decide = start("first")) {
            publish(Topics.VIDEO_ARRIVED, film.arrived());
            publish(Topics.VIDEO_SPLIT, film.split());
            publishGarbage(Topics.CHUNK_READY);
            publish(Topics.CHUNK_READY, film.ready(0));
            publish(Topics.CHUNK_READY, film.ready(1));
            assertThat(await(REQUESTS, requests -> requests.size() == 2))
                    .extracting(ChunkRequested::chunk)
                    .containsExactly(0, 1);
            publish(Topics.CHUNK_UPSCALED, film.upscaled(0, Film.attempt(1)));
            await(Topics.JOB_STATUS, statuses -> last(statuses).chunksDone() == 1);
            assertThat(decide.running()).isTrue();
        }

        try (DecideStreams decide = start("second")) {
            publish(Topics.CHUNK_UPSCALED, film.upscaled(1, Film.attempt(2)));
            await(Topics.ASSEMBLY_REQUESTED, requests -> requests.size() == 1);
            publish(Topics.ASSEMBLY_COMPLETED, film.assembled(Film.attempt(3)));

            List<JobStatus> statuses =
                    await(Topics.JOB_STATUS, all -> last(all).state().ended());
            assertThat(last(statuses).state()).isEqualTo(JobState.REMASTERED);
            assertThat(await(Topics.VIDEO_REMASTERED, ends -> !ends.isEmpty())).hasSize(1);
            assertThat(await(REQUESTS, requests -> true)).hasSize(2);
        }
    }

    /** With an empty state directory each time, so that the state comes from the broker. */
    private DecideStreams start(String state) {
        return DecideStreams.start(
                connection.properties(), DecideSettings.DEFAULT, POOLS, directory.resolve(state), "decide-1");
    }

    private <E extends JobEvent> void publish(Topic<E> topic, E event) {
        publisher.publish(topic, event, TraceContext.root());
    }

    private void publishGarbage(Topic<?> topic) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(connection.properties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), new byte[] {1, 2, 3}))
                    .get();
        }
    }

    /** All that was committed to {@code topic}, once {@code enough} holds of it. */
    private <E extends JobEvent> List<E> await(Topic<E> topic, Predicate<List<E>> enough) {
        try (KafkaConsumer<String, E> consumer = new KafkaConsumer<>(
                connection.with(Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")),
                new StringDeserializer(),
                EventSerdes.reader(topic))) {
            List<TopicPartition> partition = List.of(new TopicPartition(topic.name(), 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            List<E> events = new ArrayList<>();
            do {
                consumer.poll(Duration.ofMillis(500)).forEach(message -> events.add(message.value()));
            } while (events.isEmpty() || !enough.test(events));
            return events;
        }
    }

    private static JobStatus last(List<JobStatus> statuses) {
        return statuses.get(statuses.size() - 1);
    }
}
