package io.genga.contracts.id;

import java.util.Locale;

/**
 * One chunk of one job.
 *
 * @param index position in the film, from 0, at most {@link #MAX_CHUNKS} − 1
 */
public record ChunkId(JobId job, int index) implements Comparable<ChunkId> {

    /** The most chunks a job may have; the plan and the request to assemble grow with them. */
    public static final int MAX_CHUNKS = 10_000;

    public ChunkId {
        if (index < 0 || index >= MAX_CHUNKS) {
            throw new IllegalArgumentException("chunk " + index + " must lie in 0 to " + (MAX_CHUNKS - 1));
        }
    }

    @Override
    public int compareTo(ChunkId other) {
        int byJob = job.value().compareTo(other.job.value());
        return byJob != 0 ? byJob : Integer.compare(index, other.index);
    }

    /** For example {@code 0f…e1/00042}: texts of one job sort in the order of the film. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s/%05d", job, index);
    }
}
