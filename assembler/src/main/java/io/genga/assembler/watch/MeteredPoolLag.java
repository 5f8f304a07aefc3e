package io.genga.assembler.watch;

import io.genga.contracts.id.PoolName;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Shows Prometheus the backlog that was seen last: {@code genga_pool_backlog_chunks}, by pool. */
final class MeteredPoolLag implements PoolLag {

    private final Map<PoolName, AtomicLong> latest = new ConcurrentHashMap<>();
    private final PoolLag lag;
    private final MeterRegistry meters;

    /** @param lag closed with this */
    MeteredPoolLag(PoolLag lag, MeterRegistry meters) {
        this.lag = lag;
        this.meters = meters;
    }

    @Override
    public OptionalLong of(PoolName pool) {
        OptionalLong chunks = lag.of(pool);
        chunks.ifPresent(latest.computeIfAbsent(pool, this::register)::set);
        return chunks;
    }

    @Override
    public void close() {
        lag.close();
    }

    private AtomicLong register(PoolName pool) {
        AtomicLong value = new AtomicLong();
        Gauge.builder("genga.pool.backlog", value, AtomicLong::get)
                .description("Requested chunks that no worker of the pool has finished")
                .baseUnit("chunks")
                .tag("pool", pool.value())
                .register(meters);
        return value;
    }
}
