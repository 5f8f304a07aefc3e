package io.genga.contracts.event;

import io.genga.contracts.id.Fingerprint;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import java.util.Objects;

/**
 * A chunk is cut and stored. Written by frame-extractor.
 *
 * @param pool whose workers may upscale it
 * @param frames that the chunk keeps
 * @param packets the chunk itself, in NUT
 */
public record ChunkReady(
        TenantId tenant,
        JobId job,
        int chunk,
        Fingerprint fingerprint,
        PoolName pool,
        int frames,
        ObjectReference plan,
        ObjectReference packets)
        implements ChunkEvent {

    public ChunkReady {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(packets, "packets");
    }
}
