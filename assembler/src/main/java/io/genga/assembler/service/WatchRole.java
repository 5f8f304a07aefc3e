package io.genga.assembler.service;

import io.genga.assembler.watch.BacklogWatch;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.publish.EventPublisher;
import io.genga.runtime.instance.Instance;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes the backlog of each pool, where this process plays that role. */
@ApplicationScoped
public class WatchRole {

    private final KafkaConnection connection;
    private final EventPublisher publisher;
    private final Instance instance;
    private final AssemblerConfiguration configuration;
    private final MeterRegistry meters;
    private BacklogWatch watch;

    WatchRole(
            KafkaConnection connection,
            EventPublisher publisher,
            Instance instance,
            AssemblerConfiguration configuration,
            MeterRegistry meters) {
        this.connection = connection;
        this.publisher = publisher;
        this.instance = instance;
        this.configuration = configuration;
        this.meters = meters;
    }

    synchronized void start() {
        watch = BacklogWatch.start(connection, publisher, meters, instance.pools(), configuration.watchInterval());
    }

    synchronized void stop() {
        if (watch != null) {
            watch.close();
        }
    }
}
