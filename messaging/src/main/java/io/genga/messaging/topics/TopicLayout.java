package io.genga.messaging.topics;

import java.time.Duration;

/**
 * How the platform's topics are laid out on a cluster.
 *
 * @param partitions of every topic; at least 1, and the same for ever, since keys are mapped to partitions by it
 * @param replicationFactor copies of every topic; −1 for the broker's default
 * @param retention of events and requests; longer than the longest backlog
 */
public record TopicLayout(int partitions, short replicationFactor, Duration retention) {

    public TopicLayout {
        if (partitions < 1) {
            throw new IllegalArgumentException("a topic needs at least one partition, not " + partitions);
        }
    }
}
