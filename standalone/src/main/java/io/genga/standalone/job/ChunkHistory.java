package io.genga.standalone.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the chunks of a film were computed, by whichever process.
 *
 * @param computed one time for each chunk that has a result
 */
public record ChunkHistory(List<Instant> computed) {

    public ChunkHistory {
        computed = List.copyOf(computed);
    }

    public int total() {
        return computed.size();
    }

    /** Chunks that a process which starts at {@code start} finds done. */
    public int before(Instant start) {
        return (int) computed.stream().filter(time -> time.isBefore(start)).count();
    }

    /** The first one computed from {@code start} on; empty where none was. */
    public Optional<Instant> firstFrom(Instant start) {
        return computed.stream().filter(time -> !time.isBefore(start)).min(Instant::compareTo);
    }
}
