package io.genga.runtime.work;

import io.genga.contracts.event.WorkProgress;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.publish.EventPublisher;
import io.genga.messaging.publish.PublishException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the platform that work has begun, and again and again that it goes on. */
@ApplicationScoped
public class WorkReporter {

    private static final Logger LOG = LoggerFactory.getLogger(WorkReporter.class);

    private final EventPublisher publisher;
    private final WorkConfiguration configuration;
    private final ScheduledExecutorService heartbeats = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "heartbeats");
        thread.setDaemon(true);
        return thread;
    });

    public WorkReporter(EventPublisher publisher, WorkConfiguration configuration) {
        this.publisher = publisher;
        this.configuration = configuration;
    }

    @PreDestroy
    void stop() {
        heartbeats.shutdownNow();
    }

    /**
     * Says that work has begun, and from then on gives signs of life until the result is closed.
     *
     * @param started with phase STARTED and no frames done
     * @throws PublishException where Kafka cannot be told; then the work must not begin
     */
    public ActiveWork begin(WorkProgress started, TraceContext trace) {
        publisher.publish(Topics.WORK_PROGRESS, started, trace);
        ActiveWork work = new ActiveWork(started);
        long interval = configuration.heartbeatInterval().toMillis();
        ScheduledFuture<?> beat =
                heartbeats.scheduleAtFixedRate(() -> giveSign(work, trace), interval, interval, TimeUnit.MILLISECONDS);
        work.onClose(() -> beat.cancel(false));
        return work;
    }

    private void giveSign(ActiveWork work, TraceContext trace) {
        try {
            publisher.publish(Topics.WORK_PROGRESS, work.heartbeat(), trace);
        } catch (PublishException e) {
            LOG.warn("a heartbeat was lost, the next one follows: {}", e.getMessage());
        }
    }
}
