package io.genga.assembler.watch;

import io.genga.contracts.event.PoolBacklog;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.ShareGroups;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.backlog.ShareGroupLag;
import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.publish.EventPublisher;
import io.genga.messaging.publish.PublishException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the backlog of each pool again and again: what a topology cannot ask the broker for. */
public final class BacklogWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogWatch.class);

    private final ShareGroupLag lag;
    private final EventPublisher publisher;
    private final List<PoolName> pools;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "backlog-watch");
        thread.setDaemon(true);
        return thread;
    });

    private BacklogWatch(ShareGroupLag lag, EventPublisher publisher, Collection<PoolName> pools) {
        this.lag = lag;
        this.publisher = publisher;
        this.pools = List.copyOf(pools);
    }

    /**
     * @param publisher stays open
     * @param pools whose topics exist
     * @param interval between two looks
     */
    public static BacklogWatch start(
            KafkaConnection connection, EventPublisher publisher, Collection<PoolName> pools, Duration interval) {
        BacklogWatch watch = new BacklogWatch(ShareGroupLag.open(connection), publisher, pools);
        watch.timer.scheduleWithFixedDelay(watch::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        lag.close();
    }

    private void look() {
        for (PoolName pool : pools) {
            try {
                Instant before = clock.instant();
                lag.of(ShareGroups.workers(pool), Topics.chunkRequested(pool).name())
                        .ifPresent(records -> publisher.publish(
                                Topics.POOL_BACKLOG, new PoolBacklog(pool, records, before), TraceContext.root()));
            } catch (PublishException e) {
                LOG.warn("the backlog of {} could not be published, the next look follows: {}", pool, e.getMessage());
            }
        }
    }
}
