package io.genga.assembler.decide.store;

import io.genga.contracts.event.PoolBacklog;
import io.genga.contracts.id.PoolName;
import java.time.Instant;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The latest known backlog of every pool. */
public final class BacklogStore {

    private final ReadOnlyKeyValueStore<String, PoolBacklog> backlogs;

    BacklogStore(ReadOnlyKeyValueStore<String, PoolBacklog> backlogs) {
        this.backlogs = backlogs;
    }

    /** Whether {@code pool} was seen without any unfinished work at {@code time} or later. */
    public boolean emptyAfter(PoolName pool, Instant time) {
        PoolBacklog latest = backlogs.get(pool.value());
        return latest != null && latest.lag() == 0 && !latest.observedAt().isBefore(time);
    }
}
