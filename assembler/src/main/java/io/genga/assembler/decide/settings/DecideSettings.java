package io.genga.assembler.decide.settings;

import java.time.Duration;

/**
 * The limits and clocks by which jobs are decided.
 *
 * @param outstandingPerJob the most chunks of one job that are asked for and not yet answered
 * @param maxRequests how often a chunk or an assembly is asked for before its job fails
 * @param silence after which started work is taken for lost; several heartbeats long
 * @param backlogMargin how long after a request an empty backlog proves that the request is gone
 * @param splitTimeout the silence of a started split after which its job fails: the broker alone redelivers a split
 * @param endedJobRetention how long an ended job is remembered, so that late duplicates change nothing
 * @param deadlineCheckInterval how often deadlines are looked at
 * @param commitInterval the longest time for which a decision stays invisible to others
 * @param standbyReplicas copies of the state on other instances
 */
public record DecideSettings(
        int outstandingPerJob,
        int maxRequests,
        Duration silence,
        Duration backlogMargin,
        Duration splitTimeout,
        Duration endedJobRetention,
        Duration deadlineCheckInterval,
        Duration commitInterval,
        int standbyReplicas) {

    public static final DecideSettings DEFAULT = new DecideSettings(
            32,
            3,
            Duration.ofSeconds(90),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofDays(7),
            Duration.ofSeconds(1),
            Duration.ofMillis(50),
            0);

    public DecideSettings {
        requireAtLeast(1, outstandingPerJob, "outstandingPerJob");
        requireAtLeast(1, maxRequests, "maxRequests");
        requireAtLeast(0, standbyReplicas, "standbyReplicas");
        requirePositive(silence, "silence");
        requirePositive(backlogMargin, "backlogMargin");
        requirePositive(splitTimeout, "splitTimeout");
        requirePositive(endedJobRetention, "endedJobRetention");
        requirePositive(deadlineCheckInterval, "deadlineCheckInterval");
        requirePositive(commitInterval, "commitInterval");
    }

    private static void requireAtLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ", must be at least " + least);
        }
    }

    private static void requirePositive(Duration value, String name) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " is " + value + ", must be longer than nothing");
        }
    }
}
