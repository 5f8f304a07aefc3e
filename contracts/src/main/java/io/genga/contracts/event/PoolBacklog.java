package io.genga.contracts.event;

import io.genga.contracts.id.PoolName;
import java.time.Instant;
import java.util.Objects;

/**
 * How much work of a pool is not finished. Written by the assembler (watch). Its Kafka key is the pool.
 *
 * @param lag records of the pool's topic that no worker has finished, those in flight included
 */
public record PoolBacklog(PoolName pool, long lag, Instant observedAt) implements Event {

    public PoolBacklog {
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(observedAt, "observedAt");
    }
}
