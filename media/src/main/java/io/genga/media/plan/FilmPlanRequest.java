package io.genga.media.plan;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.request.RemasterRequest;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a plan is made from.
 *
 * @param source local copy of {@code sourceObject}
 * @param displayName the source's name as its owner knows it, for messages
 * @param targetChunk length of a chunk
 */
public record FilmPlanRequest(
        TenantId tenant,
        JobId job,
        Path source,
        String displayName,
        ObjectReference sourceObject,
        RemasterRequest request,
        PlannedNetwork network,
        Duration targetChunk) {}
