package io.genga.assembler.watch;

import io.genga.contracts.event.PoolBacklog;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.KafkaConnection;
import io.genga.messaging.cloudevents.TraceContext;
import io.genga.messaging.publish.EventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
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

/** Publishes the backlog of each pool again and again: what a topology cannot ask the broker for. Thread-safe. */
public final class BacklogWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogWatch.class);

    private final PoolLag lag;
    private final EventPublisher publisher;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "backlog-watch");
        thread.setDaemon(true);
        return thread;
    });

    private BacklogWatch(PoolLag lag, EventPublisher publisher, Clock clock) {
        this.lag = lag;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Looks at every pool now, then every {@code interval}. A look that fails is logged, and the next one follows.
     *
     * @param publisher stays open
     * @param meters shows the backlogs, too
     * @param pools whose topics exist
     */
    public static BacklogWatch start(
            KafkaConnection connection,
            EventPublisher publisher,
            MeterRegistry meters,
            Collection<PoolName> pools,
            Duration interval) {
        PoolLag lag = new MeteredPoolLag(PoolLag.at(connection), meters);
        return start(lag, publisher, pools, interval, Clock.systemUTC());
    }

    /** @param lag closed with the watch */
    @SuppressWarnings("FutureReturnValueIgnored") // a look never throws, so the looks go on until they are closed
    static BacklogWatch start(
            PoolLag lag, EventPublisher publisher, Collection<PoolName> pools, Duration interval, Clock clock) {
        BacklogWatch watch = new BacklogWatch(lag, publisher, clock);
        List<PoolName> watched = List.copyOf(pools);
        watch.timer.scheduleWithFixedDelay(
                () -> watched.forEach(watch::look), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        lag.close();
    }

    private void look(PoolName pool) {
        // Before the broker is asked: what is requested while it answers may not have been counted.
        Instant observedAt = clock.instant();
        try {
            lag.of(pool)
                    .ifPresent(records -> publisher.publish(
                            Topics.POOL_BACKLOG, new PoolBacklog(pool, records, observedAt), TraceContext.root()));
        } catch (RuntimeException e) {
            if (!timer.isShutdown()) {
                LOG.warn("the backlog of pool '{}' is not known now; the next look follows", pool, e);
            }
        }
    }
}
