package io.genga.assembler.service;

import io.genga.assembler.decide.DecideStreams;
import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.messaging.KafkaConnection;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.kafka.PlatformTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/** Runs the topology, where this process plays that role. */
@ApplicationScoped
public class DecideRole {

    private final KafkaConnection connection;
    private final PlatformTopics topics;
    private final Instance instance;
    private final AssemblerConfiguration configuration;
    private DecideStreams streams;

    DecideRole(
            KafkaConnection connection,
            PlatformTopics topics,
            Instance instance,
            AssemblerConfiguration configuration) {
        this.connection = connection;
        this.topics = topics;
        this.instance = instance;
        this.configuration = configuration;
    }

    synchronized void start() {
        topics.ensureInstalled();
        streams = DecideStreams.start(
                connection.properties(), settings(), instance.pools(), stateDirectory(), instance.name());
    }

    synchronized void stop() {
        if (streams != null) {
            streams.close();
        }
    }

    /** True also where this process does not play the role. */
    synchronized boolean ready() {
        return streams == null || streams.running();
    }

    private DecideSettings settings() {
        DecideSettings defaults = DecideSettings.DEFAULT;
        return new DecideSettings(
                configuration.outstandingPerJob(),
                defaults.maxRequests(),
                configuration.silence(),
                defaults.backlogMargin(),
                defaults.splitTimeout(),
                defaults.endedJobRetention(),
                defaults.deadlineCheckInterval(),
                defaults.commitInterval(),
                configuration.standbys());
    }

    private Path stateDirectory() {
        return configuration
                .stateDirectory()
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "genga-decide-" + instance.name()));
    }
}
