package io.genga.contracts.event;

import io.genga.contracts.id.Fingerprint;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import java.util.Objects;

/**
 * A worker of the pool is to upscale a chunk. Written by the assembler (decide) alone.
 *
 * @param request how often this chunk has been asked for, from 1
 * @param frames that the chunk keeps
 * @param packets the chunk itself, in NUT
 */
public record ChunkRequested(
        TenantId tenant,
        JobId job,
        int chunk,
        int request,
        Fingerprint fingerprint,
        PoolName pool,
        int frames,
        ObjectReference plan,
        ObjectReference packets)
        implements ChunkEvent {

    public ChunkRequested {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(packets, "packets");
    }
}
