package io.genga.ingest.notification;

import io.genga.ingest.inbox.InboxJobs;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.outside.OutsideTopicReader;
import io.genga.runtime.kafka.PlatformTopics;
import io.genga.runtime.store.StoreConfiguration;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reads the store's notifications from Kafka as long as the process runs, where that is configured. */
@Readiness
@ApplicationScoped
public class NotificationListener implements HealthCheck {

    private static final String GROUP = "genga.ingest.notifications";

    private final KafkaConnection connection;
    private final PlatformTopics topics;
    private final NotificationConfiguration configuration;
    private final StoreConfiguration storeConfiguration;
    private final InboxJobs jobs;
    private volatile OutsideTopicReader reader;

    NotificationListener(
            KafkaConnection connection,
            PlatformTopics topics,
            NotificationConfiguration configuration,
            StoreConfiguration storeConfiguration,
            InboxJobs jobs) {
        this.connection = connection;
        this.topics = topics;
        this.configuration = configuration;
        this.storeConfiguration = storeConfiguration;
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent event) {
        if (configuration.enabled()) {
            topics.ensureOutsideTopic(configuration.topic());
            NotificationHandler handler = new NotificationHandler(storeConfiguration.bucket(), jobs);
            reader = OutsideTopicReader.start(connection, configuration.topic(), GROUP, handler);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (reader != null) {
            reader.close();
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("bucket notifications")
                .status(reader == null || reader.healthy())
                .withData("enabled", configuration.enabled())
                .build();
    }
}
