package io.genga.assembler.decide;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.assembler.decide.store.BacklogRecorder;
import io.genga.assembler.decide.store.DecideStores;
import io.genga.contracts.event.JobEvent;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.Topic;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.cloudevents.EventSerdes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/**
 * Who says what to decide, and to whom it speaks. All events are keyed by job id on topics with equal partition counts, so
 * that one task has all events of a job.
 */
public final class DecideTopology {

    private static final String DECIDE = "decide";
    private static final String EVENT_SOURCE = "/genga/assembler/decide";

    private static final List<Topic<? extends JobEvent>> INPUTS = List.of(
            Topics.VIDEO_ARRIVED,
            Topics.VIDEO_SPLIT,
            Topics.VIDEO_REJECTED,
            Topics.CHUNK_READY,
            Topics.CHUNK_UPSCALED,
            Topics.CHUNK_FAILED,
            Topics.ASSEMBLY_COMPLETED,
            Topics.ASSEMBLY_FAILED,
            Topics.WORK_PROGRESS,
            Topics.JOB_COMMAND);

    private static final List<Topic<? extends JobEvent>> OUTPUTS = List.of(
            Topics.ASSEMBLY_REQUESTED,
            Topics.VIDEO_REMASTERED,
            Topics.VIDEO_FAILED,
            Topics.VIDEO_CANCELLED,
            Topics.JOB_STATUS);

    private DecideTopology() {}

    /** @param pools whose topics exist; a chunk for any other pool ends its job */
    public static Topology build(DecideSettings settings, Collection<PoolName> pools) {
        Set<PoolName> known = Set.copyOf(pools);
        Topology topology = new Topology();
        INPUTS.forEach(topic -> addSource(topology, topic));
        topology.addProcessor(
                DECIDE,
                () -> new DecideProcessor(settings, known),
                INPUTS.stream().map(DecideTopology::sourceOf).toArray(String[]::new));
        DecideStores.ofTask().forEach(store -> topology.addStateStore(store, DECIDE));
        addBacklogs(topology);
        OUTPUTS.forEach(topic -> addSink(topology, topic));
        sorted(known).forEach(pool -> addSink(topology, Topics.chunkRequested(pool)));
        return topology;
    }

    static String sinkOf(Topic<?> topic) {
        return "to-" + topic.name();
    }

    private static String sourceOf(Topic<?> topic) {
        return "from-" + topic.name();
    }

    private static void addSource(Topology topology, Topic<? extends JobEvent> topic) {
        topology.addSource(
                sourceOf(topic),
                new StringDeserializer(),
                EventSerdes.of(topic, EVENT_SOURCE).deserializer(),
                topic.name());
    }

    private static void addSink(Topology topology, Topic<? extends JobEvent> topic) {
        topology.addSink(
                sinkOf(topic),
                topic.name(),
                new StringSerializer(),
                EventSerdes.of(topic, EVENT_SOURCE).serializer(),
                DECIDE);
    }

    private static void addBacklogs(Topology topology) {
        topology.addGlobalStore(
                DecideStores.ofEveryInstance(),
                sourceOf(Topics.POOL_BACKLOG),
                new StringDeserializer(),
                EventSerdes.of(Topics.POOL_BACKLOG, EVENT_SOURCE).deserializer(),
                Topics.POOL_BACKLOG.name(),
                "record-backlog",
                BacklogRecorder::new);
    }

    private static List<PoolName> sorted(Set<PoolName> pools) {
        return pools.stream().sorted(Comparator.comparing(PoolName::value)).toList();
    }
}
