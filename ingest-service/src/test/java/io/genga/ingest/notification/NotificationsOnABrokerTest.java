package io.genga.ingest.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.id.JobId;
import io.genga.contracts.topic.Topics;
import io.genga.embedded.kafka.EmbeddedKafka;
import io.genga.ingest.inbox.InboxJobs;
import io.genga.ingest.submission.JobSubmission;
import io.genga.ingest.submission.NetworkRegistry;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.outside.OutsideTopicReader;
import io.genga.messaging.topics.TopicInstaller;
import io.genga.messaging.topics.TopicLayout;
import io.genga.objectstore.ObjectLocation;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.networks.PlatformNetworks;
import io.genga.runtime.store.StoreConfiguration;
import io.genga.testsupport.messaging.RecordingEventPublisher;
import io.genga.testsupport.store.TestStore;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a notification on a real broker, about an object in a real store, to the arrival of a video. */
class NotificationsOnABrokerTest {

    private static final String TOPIC = "bucket";
    private static final Duration HANG = Duration.ofMinutes(1);

    private final Set<JobId> known = ConcurrentHashMap.newKeySet();
    private final RecordingEventPublisher published = new RecordingEventPublisher();
    private EmbeddedKafka kafka;
    private TestStore store;
    private KafkaProducer<String, String> notifier;
    private OutsideTopicReader reader;

    @BeforeEach
    void start(@TempDir Path folder) {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        store = TestStore.start(folder.resolve("store"));
        KafkaConnection connection = KafkaConnection.of(kafka.bootstrapServers());
        TopicInstaller.installOutsideTopic(connection, new TopicLayout(1, (short) 1, Duration.ofDays(1)), TOPIC);
        notifier = new KafkaProducer<>(connection.properties(), new StringSerializer(), new StringSerializer());
        reader = OutsideTopicReader.start(
                connection, TOPIC, "ingest", new NotificationHandler(TestStore.BUCKET, jobs(folder)));
    }

    @AfterEach
    void stop() {
        reader.close();
        notifier.close();
        store.close();
        kafka.close();
    }

    @Test
    void an_object_that_is_announced_becomes_a_job_whatever_was_announced_before() {
        String key = put("inbox/acme/season 1/01+02.mkv");

        send("no JSON");
        notifyOf("elsewhere", key);
        notifyOf(TestStore.BUCKET, "inbox/acme/gone.mkv");
        notifyOf(TestStore.BUCKET, put("uploads/acme/film.mkv"));
        notifyOf(TestStore.BUCKET, put("inbox/acme/folder/"));
        notifyOf(TestStore.BUCKET, key);

        List<VideoArrived> arrivals = awaitArrivals(1);
        assertThat(arrivals.get(0).source().key()).isEqualTo(key);
        assertThat(arrivals.get(0).name()).isEqualTo("01+02.mkv");
        assertThat(arrivals.get(0).tenant().value()).isEqualTo("acme");
    }

    @Test
    void an_object_that_is_announced_twice_is_one_job() {
        String key = put("inbox/acme/film.mkv");
        String last = put("inbox/acme/last.mkv");

        notifyOf(TestStore.BUCKET, key);
        notifyOf(TestStore.BUCKET, key);
        notifyOf(TestStore.BUCKET, last);

        List<VideoArrived> arrivals = awaitArrivals(3);
        assertThat(arrivals.get(1).job()).isEqualTo(arrivals.get(0).job());
        assertThat(arrivals.get(2).job()).isNotEqualTo(arrivals.get(0).job());
    }

    @Test
    void an_object_whose_job_is_known_is_not_started_again() {
        String key = put("inbox/acme/film.mkv");
        notifyOf(TestStore.BUCKET, key);
        known.add(awaitArrivals(1).get(0).job());
        String last = put("inbox/acme/last.mkv");

        notifyOf(TestStore.BUCKET, key);
        notifyOf(TestStore.BUCKET, last);

        assertThat(awaitArrivals(2).get(1).source().key()).isEqualTo(last);
    }

    @Test
    void another_object_under_the_same_key_is_another_job() {
        String key = put("inbox/acme/film.mkv");
        notifyOf(TestStore.BUCKET, key);
        awaitArrivals(1);
        store.client().put(new ObjectLocation(TestStore.BUCKET, key), "a better cut".getBytes(StandardCharsets.UTF_8));

        notifyOf(TestStore.BUCKET, key);

        List<VideoArrived> arrivals = awaitArrivals(2);
        assertThat(arrivals.get(1).job()).isNotEqualTo(arrivals.get(0).job());
    }

    @Test
    void a_notification_that_could_not_be_acted_on_comes_again() {
        published.failNext(1);

        notifyOf(TestStore.BUCKET, put("inbox/acme/film.mkv"));

        assertThat(awaitArrivals(1)).hasSize(1);
    }

    private InboxJobs jobs(Path folder) {
        StoreConfiguration configuration = new SmallRyeConfigBuilder()
                .withMapping(StoreConfiguration.class)
                .withDefaultValue("genga.store.bucket", TestStore.BUCKET)
                .withDefaultValue("genga.store.access-key", "unused")
                .withDefaultValue("genga.store.secret-key", "unused")
                .build()
                .getConfigMapping(StoreConfiguration.class);
        Instance instance = new Instance("ingest", Optional.of("test"), Optional.of(folder), List.of("cpu"));
        PlatformNetworks networks = new PlatformNetworks(store.client(), configuration, instance);
        return new InboxJobs(
                store.client(),
                known::contains,
                new JobSubmission(published),
                new NetworkRegistry(networks, Optional::empty));
    }

    private String put(String key) {
        store.client().put(new ObjectLocation(TestStore.BUCKET, key), key.endsWith("/") ? new byte[0] : new byte[] {1});
        return key;
    }

    private void notifyOf(String bucket, String key) {
        send("{\"Records\":[{\"eventName\":\"s3:ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"" + bucket
                + "\"},\"object\":{\"key\":\"" + URLEncoder.encode(key, StandardCharsets.UTF_8) + "\"}}}]}");
    }

    private void send(String message) {
        notifier.send(new ProducerRecord<>(TOPIC, message));
    }

    private List<VideoArrived> awaitArrivals(int count) {
        return published.await(Topics.VIDEO_ARRIVED, count, HANG);
    }
}
