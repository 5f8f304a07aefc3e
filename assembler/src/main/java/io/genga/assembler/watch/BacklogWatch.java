package io.genga.assembler.watch;

import io.genga.contracts.event.PoolBacklog;
import io.genga.contracts.id.PoolName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes again and again how much work each pool has not finished, which a topology cannot ask the broker for.
 * Thread-safe.
 */
public final class BacklogWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BacklogWatch.class);

    private final List<PoolName> pools;
    private final ToLongFunction<PoolName> lagOf;
    private final Consumer<PoolBacklog> publish;
    private final Clock clock;
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "backlog-watch"));

    private BacklogWatch(
            Collection<PoolName> pools, ToLongFunction<PoolName> lagOf, Consumer<PoolBacklog> publish, Clock clock) {
        this.pools = List.copyOf(pools);
        this.lagOf = lagOf;
        this.publish = publish;
        this.clock = clock;
    }

    /**
     * Observes every pool now, then every {@code interval}. A pool that cannot be observed is logged, and tried again at the
     * next interval.
     *
     * @param lagOf records of the pool's topic that its share group has not finished; called on the watch's own thread
     * @param publish called on the watch's own thread
     */
    public static BacklogWatch start(
            Collection<PoolName> pools,
            Duration interval,
            ToLongFunction<PoolName> lagOf,
            Consumer<PoolBacklog> publish,
            Clock clock) {
        BacklogWatch watch = new BacklogWatch(pools, lagOf, publish, clock);
        watch.observeEvery(interval);
        return watch;
    }

    /** Waits for no observation in progress. */
    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // an observation never throws, so it goes on until it is closed
    private void observeEvery(Duration interval) {
        scheduler.scheduleWithFixedDelay(
                () -> pools.forEach(this::observe), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void observe(PoolName pool) {
        // The time before the question: what is requested while the broker answers was not yet counted.
        Instant observedAt = clock.instant();
        try {
            publish.accept(new PoolBacklog(pool, lagOf.applyAsLong(pool), observedAt));
        } catch (RuntimeException e) {
            if (!scheduler.isShutdown()) {
                LOG.warn("the backlog of pool '{}' cannot be observed; trying again", pool, e);
            }
        }
    }
}
