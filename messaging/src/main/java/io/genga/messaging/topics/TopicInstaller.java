package io.genga.messaging.topics;

import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.ShareGroups;
import io.genga.contracts.topic.Topic;
import io.genga.contracts.topic.TopicKind;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.KafkaConnection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Sees to it that the platform's topics exist and its share groups are configured. Running it again, or several at once,
 * changes nothing more.
 */
public final class TopicInstaller {

    /**
     * What a share group must know before its first member joins: by default it would begin at the end of the topic and see
     * uncommitted requests.
     */
    private static final Map<String, String> GROUP_CONFIGURATION =
            Map.of("share.auto.offset.reset", "earliest", "share.isolation.level", "read_committed");

    private final Admin admin;
    private final TopicLayout layout;

    private TopicInstaller(Admin admin, TopicLayout layout) {
        this.admin = admin;
        this.layout = layout;
    }

    /**
     * @param pools every pool of the platform
     * @throws TopicInstallationException where a topic exists with another number of partitions, or Kafka does not answer
     */
    public static void install(KafkaConnection connection, TopicLayout layout, Collection<PoolName> pools) {
        administer(connection, layout, installer -> {
            installer.configureGroups(pools);
            installer.createTopics(pools);
        });
    }

    /**
     * Creates a topic that others write, unless it is there; then it stays as it is.
     *
     * @throws TopicInstallationException where Kafka does not answer, or refuses
     */
    public static void installOutsideTopic(KafkaConnection connection, TopicLayout layout, String name) {
        administer(connection, layout, installer -> {
            NewTopic topic = installer.newTopic(name, TopicKind.FACTS);
            awaitCreated(installer.admin.createTopics(List.of(topic)).all());
        });
    }

    /** Something to do with Kafka's administration. */
    private interface Administration {
        void run(TopicInstaller installer) throws ExecutionException, InterruptedException;
    }

    private static void administer(KafkaConnection connection, TopicLayout layout, Administration administration) {
        try (Admin admin = Admin.create(connection.properties())) {
            administration.run(new TopicInstaller(admin, layout));
        } catch (ExecutionException e) {
            throw new TopicInstallationException(
                    "Kafka refused the platform's topics: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicInstallationException("interrupted while the topics were installed", e);
        }
    }

    private void createTopics(Collection<PoolName> pools) throws ExecutionException, InterruptedException {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic<?> topic : topics(pools)) {
            wanted.add(newTopic(topic.name(), topic.kind()));
            if (topic.kind() == TopicKind.WORK) {
                wanted.add(newTopic(topic.deadLetterName(), TopicKind.FACTS));
            }
        }
        Map<String, KafkaFuture<Void>> created = admin.createTopics(wanted).values();
        for (Map.Entry<String, KafkaFuture<Void>> topic : created.entrySet()) {
            awaitCreated(topic.getValue());
        }
        requirePartitions(created.keySet());
    }

    private static void awaitCreated(KafkaFuture<Void> creation) throws ExecutionException, InterruptedException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void requirePartitions(Collection<String> names) throws ExecutionException, InterruptedException {
        for (TopicDescription topic :
                admin.describeTopics(names).allTopicNames().get().values()) {
            if (topic.partitions().size() != layout.partitions()) {
                throw new TopicInstallationException(
                        "topic " + topic.name() + " has " + topic.partitions().size() + " partitions, but "
                                + layout.partitions()
                                + " are configured: set genga.kafka.partitions to what is there, on all services",
                        null);
            }
        }
    }

    private void configureGroups(Collection<PoolName> pools) throws ExecutionException, InterruptedException {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        List<AlterConfigOp> settings = GROUP_CONFIGURATION.entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        groups(pools).forEach(group -> changes.put(new ConfigResource(ConfigResource.Type.GROUP, group), settings));
        admin.incrementalAlterConfigs(changes).all().get();
    }

    private static List<Topic<?>> topics(Collection<PoolName> pools) {
        return Stream.<Topic<?>>concat(Topics.fixed().stream(), pools.stream().map(Topics::chunkRequested))
                .toList();
    }

    private static Stream<String> groups(Collection<PoolName> pools) {
        return Stream.concat(
                Stream.of(ShareGroups.FRAME_EXTRACTORS, ShareGroups.STITCHERS),
                pools.stream().map(ShareGroups::workers));
    }

    private NewTopic newTopic(String name, TopicKind kind) {
        return new NewTopic(name, layout.partitions(), layout.replicationFactor()).configs(configuration(kind));
    }

    private Map<String, String> configuration(TopicKind kind) {
        return switch (kind) {
            case FACTS, WORK ->
                Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(layout.retention().toMillis()));
            case LATEST -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        };
    }
}
