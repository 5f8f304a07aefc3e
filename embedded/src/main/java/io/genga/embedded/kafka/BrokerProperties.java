package io.genga.embedded.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a broker that is alone, and is its own controller. */
final class BrokerProperties {

    static final String ADDRESS = "127.0.0.1";

    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("node.id", "1"),
            Map.entry("process.roles", "broker,controller"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "BROKER"),
            Map.entry("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"));

    /** Every internal partition costs a file and memory; one process needs few. */
    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "2"),
            Map.entry("background.threads", "2"),
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            Map.entry("log.index.size.max.bytes", "1048576"),
            Map.entry("log.segment.bytes", "67108864"),
            Map.entry("offsets.load.buffer.size", "1048576"),
            Map.entry("transaction.state.log.load.buffer.size", "1048576"));

    /**
     * Members join within a moment, and a restart does not wait for those that died with the last process; the broker itself
     * counts as one of these until its session is over.
     */
    private static final Map<String, String> QUICK = Map.ofEntries(
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.share.heartbeat.interval.ms", "500"),
            Map.entry("group.share.min.heartbeat.interval.ms", "500"),
            Map.entry("group.share.session.timeout.ms", "10000"),
            Map.entry("group.share.min.session.timeout.ms", "5000"),
            Map.entry("group.share.initialize.retry.interval.ms", "500"),
            Map.entry("group.share.min.record.lock.duration.ms", "1000"),
            Map.entry("controlled.shutdown.enable", "false"));

    /** A record outlives rolling restarts of its consumers; the platform's own limit is lower. */
    private static final Map<String, String> PATIENT =
            Map.of("group.share.delivery.count.limit", "10", "auto.create.topics.enable", "false");

    private BrokerProperties() {}

    static Properties of(Path directory, int brokerPort, int controllerPort, Map<String, String> further) {
        Properties properties = new Properties();
        properties.putAll(ALONE);
        properties.putAll(SMALL);
        properties.putAll(QUICK);
        properties.putAll(PATIENT);
        properties.put("log.dirs", directory.resolve("log").toString());
        properties.put("listeners", listener("BROKER", brokerPort) + "," + listener("CONTROLLER", controllerPort));
        properties.put("advertised.listeners", listener("BROKER", brokerPort));
        properties.put("controller.quorum.voters", "1@" + ADDRESS + ":" + controllerPort);
        properties.putAll(further);
        return properties;
    }

    private static String listener(String name, int port) {
        return name + "://" + ADDRESS + ":" + port;
    }
}
