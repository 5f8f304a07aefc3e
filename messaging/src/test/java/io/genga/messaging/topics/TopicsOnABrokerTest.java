package io.genga.messaging.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.event.JobCommand;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.topic.ShareGroups;
import io.genga.contracts.topic.Topic;
import io.genga.contracts.topic.TopicKind;
import io.genga.contracts.topic.Topics;
import io.genga.embedded.kafka.EmbeddedKafka;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.backlog.ShareGroupLag;
import io.genga.messaging.cloudevents.Received;
import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.follow.TopicFollower;
import io.genga.messaging.publish.KafkaEventPublisher;
import io.genga.messaging.publish.PublishException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform's topics on a real broker: installed, written, followed, measured. */
class TopicsOnABrokerTest {

    private static final TopicLayout LAYOUT = new TopicLayout(2, (short) 1, Duration.ofDays(14));
    private static final List<PoolName> POOLS = List.of(PoolName.CPU, new PoolName("gpu-16g"));
    private static final int HANG_SECONDS = 60;

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;
    private static KafkaConnection connection;

    @BeforeAll
    static void install() {
        kafka = EmbeddedKafka.start(directory, 0);
        connection = KafkaConnection.of(kafka.bootstrapServers());
        CompletableFuture<Void> rival =
                CompletableFuture.runAsync(() -> TopicInstaller.install(connection, LAYOUT, POOLS));
        TopicInstaller.install(connection, LAYOUT, POOLS);
        rival.join();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void every_topic_is_there_with_dead_letters_beside_those_of_work() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(connection.properties())) {
            Set<String> names = admin.listTopics().names().get();

            assertThat(names)
                    .contains(
                            "genga.video.arrived.v1",
                            "genga.video.arrived.dlq.v1",
                            "genga.chunk.requested.gpu-16g.v1",
                            "genga.chunk.requested.gpu-16g.dlq.v1",
                            "genga.job.status.v1")
                    .doesNotContain("genga.job.status.dlq.v1");
        }
    }

    @Test
    void the_status_of_jobs_is_compacted_and_groups_begin_at_the_start()
            throws ExecutionException, InterruptedException {
        ConfigResource status = new ConfigResource(ConfigResource.Type.TOPIC, Topics.JOB_STATUS.name());
        ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, ShareGroups.workers(PoolName.CPU));
        try (Admin admin = Admin.create(connection.properties())) {
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(List.of(status, group)).all().get();

            assertThat(configs.get(status).get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(configs.get(group).get("share.auto.offset.reset").value())
                    .isEqualTo("earliest");
            assertThat(configs.get(group).get("share.isolation.level").value()).isEqualTo("read_committed");
        }
    }

    @Test
    void other_partitions_than_configured_are_refused() {
        TopicLayout other = new TopicLayout(3, (short) 1, Duration.ofDays(14));

        assertThatThrownBy(() -> TopicInstaller.install(connection, other, POOLS))
                .isInstanceOf(TopicInstallationException.class)
                .hasMessageContaining("genga.kafka.partitions");
    }

    @Test
    void a_follower_sees_what_was_and_what_comes() throws InterruptedException {
        BlockingQueue<Received<JobCommand>> seen = new LinkedBlockingQueue<>();
        try (KafkaEventPublisher publisher = KafkaEventPublisher.open(connection, "/genga/test")) {
            JobCommand before = cancel();
            publisher.publish(Topics.JOB_COMMAND, before, TraceContext.root());
            try (TopicFollower<JobCommand> follower = TopicFollower.start(connection, Topics.JOB_COMMAND, seen::add)) {
                follower.awaitCaughtUp(Duration.ofSeconds(HANG_SECONDS));
                assertThat(seen.stream().map(Received::event)).containsExactly(before);

                JobCommand after = cancel();
                TraceContext trace = TraceContext.root();
                publisher.publish(Topics.JOB_COMMAND, after, trace);
                seen.remove();
                Received<JobCommand> next = seen.poll(HANG_SECONDS, TimeUnit.SECONDS);
                assertThat(next.event()).isEqualTo(after);
                assertThat(next.trace().traceparent())
                        .startsWith(trace.traceparent().substring(0, 36));
            }
        }
    }

    @Test
    void a_publisher_says_when_nothing_was_confirmed() {
        KafkaConnection impatient = new KafkaConnection(connection.with(Map.of("max.block.ms", 500)));
        try (KafkaEventPublisher publisher = KafkaEventPublisher.open(impatient, "/genga/test")) {
            Topic<JobCommand> missing =
                    new Topic<>("genga.none.v1", JobCommand.class, "io.genga.none.v1", TopicKind.FACTS);
            assertThatThrownBy(() -> publisher.publish(missing, cancel(), TraceContext.root()))
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining("genga.none.v1");
        }
    }

    @Test
    void the_lag_of_a_group_that_nobody_has_joined_is_unknown() {
        try (ShareGroupLag lag = ShareGroupLag.open(connection)) {
            assertThat(lag.of("nobody", Topics.VIDEO_ARRIVED.name())).isEmpty();
        }
    }

    private static JobCommand cancel() {
        return new JobCommand(TenantId.DEFAULT, JobId.random(), JobCommand.Command.CANCEL);
    }
}
