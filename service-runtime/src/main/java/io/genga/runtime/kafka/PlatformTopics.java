package io.genga.runtime.kafka;

import io.genga.messaging.KafkaConnection;
import io.genga.messaging.topics.TopicInstaller;
import io.genga.messaging.topics.TopicLayout;
import io.genga.runtime.instance.Instance;
import jakarta.inject.Singleton;

/** Sees to it, once in each JVM, that the topics and groups exist before anybody reads or writes them. */
@Singleton
public class PlatformTopics {

    private final KafkaConnection connection;
    private final KafkaConfiguration configuration;
    private final Instance instance;
    private boolean installed;

    PlatformTopics(KafkaConnection connection, KafkaConfiguration configuration, Instance instance) {
        this.connection = connection;
        this.configuration = configuration;
        this.instance = instance;
    }

    /** Returns once the topics exist; cheap after the first call. */
    public synchronized void ensureInstalled() {
        if (installed) {
            return;
        }
        TopicInstaller.install(connection, layout(), instance.pools());
        installed = true;
    }

    /** Returns once a topic exists that others write; it is created where it is missing. */
    public void ensureOutsideTopic(String name) {
        TopicInstaller.installOutsideTopic(connection, layout(), name);
    }

    private TopicLayout layout() {
        return new TopicLayout(
                configuration.partitions(), configuration.replicationFactor(), configuration.retention());
    }
}
