package io.genga.assembler.decide;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.contracts.id.PoolName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology against a broker. Its topics must exist. Thread-safe. */
public final class DecideStreams implements AutoCloseable {

    public static final String APPLICATION_ID = "genga.decide";

    private static final Logger LOG = LoggerFactory.getLogger(DecideStreams.class);
    private static final Duration LONGEST_POLL = Duration.ofMillis(20);
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

    private final KafkaStreams streams;

    private DecideStreams(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Returns at once; see {@link #running()}.
     *
     * @param clientProperties how to reach the broker: its address, security
     * @param pools whose topics exist
     * @param stateDirectory of this instance alone; rebuilt from the broker where it is empty
     * @param instanceId the same after a restart, so that nobody waits for the dead member to time out
     */
    public static DecideStreams start(
            Map<String, Object> clientProperties,
            DecideSettings settings,
            Collection<PoolName> pools,
            Path stateDirectory,
            String instanceId) {
        KafkaStreams streams = new KafkaStreams(
                DecideTopology.build(settings, pools),
                properties(clientProperties, settings, stateDirectory, instanceId));
        streams.setUncaughtExceptionHandler(error -> {
            LOG.error("a thread of decide died and is replaced; its transaction is rolled back", error);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streams.start();
        return new DecideStreams(streams);
    }

    /** Whether events are being decided right now: false while state is restored or partitions move. */
    public boolean running() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public void close() {
        if (!streams.close(LONGEST_CLOSE)) {
            LOG.warn("decide did not stop within {} s; its state will be rebuilt", LONGEST_CLOSE.toSeconds());
        }
    }

    private static Properties properties(
            Map<String, Object> clientProperties, DecideSettings settings, Path stateDirectory, String instanceId) {
        Properties properties = new Properties();
        properties.putAll(clientProperties);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        properties.put(StreamsConfig.POLL_MS_CONFIG, LONGEST_POLL.toMillis());
        properties.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        return properties;
    }
}
