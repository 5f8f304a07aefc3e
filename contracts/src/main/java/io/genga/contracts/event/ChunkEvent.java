package io.genga.contracts.event;

import io.genga.contracts.id.ChunkId;
import io.genga.contracts.id.Fingerprint;

/** An event about one chunk of a job. */
public sealed interface ChunkEvent extends JobEvent permits ChunkReady, ChunkRequested, ChunkUpscaled, ChunkFailed {

    /** Position of the chunk in the film, from 0. */
    int chunk();

    Fingerprint fingerprint();

    default ChunkId chunkId() {
        return new ChunkId(job(), chunk());
    }
}
