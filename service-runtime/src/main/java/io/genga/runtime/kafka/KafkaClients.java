package io.genga.runtime.kafka;

import io.genga.messaging.KafkaConnection;
import io.genga.messaging.publish.KafkaEventPublisher;
import io.genga.runtime.instance.Instance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** The Kafka clients that all services of a JVM share. */
@ApplicationScoped
public class KafkaClients {

    @Produces
    @Singleton
    KafkaConnection connection(KafkaConfiguration configuration) {
        Map<String, Object> properties = new HashMap<>(configuration.properties());
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, configuration.bootstrapServers());
        return new KafkaConnection(properties);
    }

    @Produces
    @Singleton
    KafkaEventPublisher publisher(KafkaConnection connection, PlatformTopics topics, Instance instance) {
        topics.ensureInstalled();
        return KafkaEventPublisher.open(connection, instance.eventSource());
    }

    void close(@Disposes KafkaEventPublisher publisher) {
        publisher.close();
    }
}
