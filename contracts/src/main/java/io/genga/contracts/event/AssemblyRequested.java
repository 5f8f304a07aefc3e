package io.genga.contracts.event;

import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import java.util.List;
import java.util.Objects;

/**
 * All chunks are there; the film is to be stitched. Written by the assembler (decide) alone.
 *
 * @param request how often the assembly has been asked for, from 1
 * @param winners the attempt whose result is taken, for every chunk in the order of the film
 */
public record AssemblyRequested(TenantId tenant, JobId job, int request, ObjectReference plan, List<AttemptId> winners)
        implements JobEvent {

    public AssemblyRequested {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(plan, "plan");
        winners = List.copyOf(winners);
    }
}
