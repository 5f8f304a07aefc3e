package io.genga.runtime.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Where Kafka is, and how the platform's topics are laid out there. */
@ConfigMapping(prefix = "genga.kafka")
public interface KafkaConfiguration {

    /** {@code host:port} of one or more brokers, separated by commas. Kafka 4.2 or newer. */
    @WithDefault("127.0.0.1:9092")
    String bootstrapServers();

    /** Partitions of every topic; fixed once the topics exist. At least 1. */
    @WithDefault("12")
    int partitions();

    /** Copies of every topic; −1 leaves it to the broker's own default. */
    @WithDefault("-1")
    short replicationFactor();

    /** How long events and requests are kept; must exceed the longest backlog that may ever build up. */
    @WithDefault("P14D")
    Duration retention();

    /** Further properties of every Kafka client, such as {@code "security.protocol"}. */
    Map<String, String> properties();
}
