package io.genga.assembler.decide.store;

import io.genga.assembler.decide.state.Chunk;
import io.genga.assembler.decide.state.Job;
import io.genga.assembler.decide.state.Subject;
import io.genga.contracts.event.PoolBacklog;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The state of one partition of jobs. Not thread-safe: used by the task that owns the partition. */
public record DecideStores(JobStore jobs, ChunkStore chunks, DeadlineStore deadlines, BacklogStore backlogs) {

    private static final String JOBS = "jobs";
    private static final String CHUNKS = "chunks";
    private static final String DEADLINES = "deadlines";
    private static final String BACKLOGS = "pool-backlogs";

    /** The stores of each task; deadlines in memory, since a queue in RocksDB drags its deleted head along. */
    public static List<StoreBuilder<?>> ofTask() {
        return List.of(
                store(Stores.persistentKeyValueStore(JOBS), JsonSerde.of(Job.class)),
                store(Stores.persistentKeyValueStore(CHUNKS), JsonSerde.of(Chunk.class)),
                store(Stores.inMemoryKeyValueStore(DEADLINES), JsonSerde.of(Subject.class)));
    }

    /** The store that every instance fills with all pools, by the name of the pool. */
    public static StoreBuilder<KeyValueStore<String, PoolBacklog>> ofEveryInstance() {
        return store(Stores.inMemoryKeyValueStore(BACKLOGS), JsonSerde.of(PoolBacklog.class))
                .withLoggingDisabled();
    }

    public static DecideStores in(ProcessingContext context) {
        return new DecideStores(
                new JobStore(context.getStateStore(JOBS)),
                new ChunkStore(context.getStateStore(CHUNKS)),
                new DeadlineStore(context.getStateStore(DEADLINES)),
                new BacklogStore(context.getStateStore(BACKLOGS)));
    }

    static KeyValueStore<String, PoolBacklog> backlogs(ProcessingContext context) {
        return context.getStateStore(BACKLOGS);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(
            KeyValueBytesStoreSupplier supplier, Serde<V> values) {
        return Stores.keyValueStoreBuilder(supplier, Serdes.String(), values);
    }
}
