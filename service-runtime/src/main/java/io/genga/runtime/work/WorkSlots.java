package io.genga.runtime.work;

import io.genga.contracts.event.JobEvent;
import io.genga.contracts.topic.Topic;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.work.WorkHandler;
import io.genga.messaging.work.WorkQueue;
import io.genga.messaging.work.WorkQueueSettings;
import io.genga.runtime.kafka.PlatformTopics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;

/** The work slots of this JVM: each takes one piece of work at a time. All are drained before the JVM ends. */
@ApplicationScoped
public class WorkSlots {

    private final List<WorkQueue<?>> queues = new CopyOnWriteArrayList<>();
    private final KafkaConnection connection;
    private final PlatformTopics topics;
    private final WorkConfiguration configuration;
    private final MeterRegistry meters;

    WorkSlots(
            KafkaConnection connection, PlatformTopics topics, WorkConfiguration configuration, MeterRegistry meters) {
        this.connection = connection;
        this.topics = topics;
        this.configuration = configuration;
        this.meters = meters;
    }

    /**
     * Opens slots on a topic of work.
     *
     * @param role names the slots, as {@code role-0}, {@code role-1} …
     * @param handlerOfSlot the handler of each slot, from 0; called by that slot only
     */
    public <E extends JobEvent> void open(
            Topic<E> topic, String shareGroup, String role, int count, IntFunction<WorkHandler<E>> handlerOfSlot) {
        topics.ensureInstalled();
        WorkQueueSettings settings = WorkQueueSettings.defaults()
                .withDeadline(configuration.deadline())
                .withMaxAttempts(configuration.maxAttempts())
                .withDrainTimeout(configuration.drainTimeout());
        for (int slot = 0; slot < count; slot++) {
            WorkHandler<E> handler = new MeteredHandler<>(handlerOfSlot.apply(slot), meters, role);
            queues.add(WorkQueue.start(connection, topic, shareGroup, handler, settings, role + "-" + slot));
        }
    }

    /** Whether every slot can take work. */
    public boolean healthy() {
        return queues.stream().allMatch(WorkQueue::healthy);
    }

    /** Slots opened so far. */
    public int count() {
        return queues.size();
    }

    void drain(@Observes ShutdownEvent event) {
        queues.parallelStream().forEach(WorkQueue::close);
    }
}
