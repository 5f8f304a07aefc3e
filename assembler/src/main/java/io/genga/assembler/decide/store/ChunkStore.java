package io.genga.assembler.decide.store;

import io.genga.assembler.decide.state.Chunk;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.ChunkId;
import io.genga.contracts.id.JobId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** One record for each chunk. */
public final class ChunkStore {

    private final KeyValueStore<String, Chunk> chunks;

    /**
     * Follows from {@link #chunks}, so it needs no store of its own: read once for each job after a start, then kept up, so
     * that the lowest waiting chunk is found without a search.
     */
    private final Map<JobId, NavigableSet<Integer>> waiting = new HashMap<>();

    ChunkStore(KeyValueStore<String, Chunk> chunks) {
        this.chunks = chunks;
    }

    public Optional<Chunk> find(ChunkId id) {
        return Optional.ofNullable(chunks.get(id.toString()));
    }

    public void put(ChunkId id, Chunk chunk) {
        NavigableSet<Integer> indexes = waitingOf(id.job());
        chunks.put(id.toString(), chunk);
        if (chunk instanceof Chunk.Waiting) {
            indexes.add(id.index());
        } else {
            indexes.remove(id.index());
        }
    }

    /** The first chunk of the film that is to be asked for. */
    public Optional<ChunkId> firstWaiting(JobId job) {
        NavigableSet<Integer> indexes = waitingOf(job);
        return indexes.isEmpty() ? Optional.empty() : Optional.of(new ChunkId(job, indexes.first()));
    }

    /** The winning attempts of the first {@code count} chunks, in the order of the film; chunks without one are left out. */
    public List<AttemptId> winners(JobId job, int count) {
        List<AttemptId> winners = new ArrayList<>();
        forEach(job, count - 1, (id, chunk) -> {
            if (chunk instanceof Chunk.Upscaled upscaled) {
                winners.add(upscaled.winner());
            }
        });
        return winners;
    }

    public void deleteAll(JobId job) {
        forEach(job, ChunkId.MAX_CHUNKS - 1, (key, chunk) -> chunks.delete(key));
        waiting.remove(job);
    }

    private NavigableSet<Integer> waitingOf(JobId job) {
        return waiting.computeIfAbsent(job, this::readWaiting);
    }

    private NavigableSet<Integer> readWaiting(JobId job) {
        NavigableSet<Integer> indexes = new TreeSet<>();
        forEach(job, ChunkId.MAX_CHUNKS - 1, (key, chunk) -> {
            if (chunk instanceof Chunk.Waiting waitingChunk) {
                indexes.add(waitingChunk.work().chunk());
            }
        });
        return indexes;
    }

    private void forEach(JobId job, int lastIndex, BiConsumer<String, Chunk> action) {
        String first = new ChunkId(job, 0).toString();
        String last = new ChunkId(job, lastIndex).toString();
        try (KeyValueIterator<String, Chunk> iterator = chunks.range(first, last)) {
            while (iterator.hasNext()) {
                KeyValue<String, Chunk> entry = iterator.next();
                action.accept(entry.key, entry.value);
            }
        }
    }
}
