package io.genga.contracts.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.genga.contracts.id.ChunkId;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import java.util.List;
import java.util.Objects;

/**
 * All that is decided about a film before work begins. Worker, stitcher and verifier read it; nobody derives a time stamp
 * from a frame rate.
 *
 * @param version of this format; only {@link #VERSION} is understood
 * @param chunks in the order of the film, adjacent and without overlap
 */
public record Plan(
        int version,
        TenantId tenant,
        JobId job,
        PlannedSource source,
        PlannedTarget target,
        PlannedNetwork network,
        List<PlannedChunk> chunks) {

    public static final int VERSION = 1;

    public Plan {
        if (version != VERSION) {
            throw new IllegalArgumentException("plan of version " + version + ": this release understands " + VERSION);
        }
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(network, "network");
        chunks = List.copyOf(chunks);
        requireOrdered(chunks);
    }

    @JsonIgnore
    public long frameCount() {
        return chunks.stream().mapToLong(PlannedChunk::frameCount).sum();
    }

    public ChunkId chunkId(int index) {
        return new ChunkId(job, index);
    }

    private static void requireOrdered(List<PlannedChunk> chunks) {
        if (chunks.isEmpty() || chunks.size() > ChunkId.MAX_CHUNKS) {
            throw new IllegalArgumentException(
                    "a plan must have 1 to " + ChunkId.MAX_CHUNKS + " chunks, not " + chunks.size());
        }
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.get(i).index() != i) {
                throw new IllegalArgumentException("chunk " + chunks.get(i).index() + " stands at position " + i);
            }
            if (i > 0 && chunks.get(i).firstPts() <= chunks.get(i - 1).lastPts()) {
                throw new IllegalArgumentException("chunk " + i + " begins before chunk " + (i - 1) + " ends");
            }
        }
    }
}
