package io.genga.contracts.event;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import java.util.Objects;

/**
 * Somebody's wish about a running job; decide obeys it or, where the job has ended, lets it pass. Written by ingest-service.
 */
public record JobCommand(TenantId tenant, JobId job, Command command) implements JobEvent {

    public JobCommand {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(command, "command");
    }

    /** What can be asked of a job. */
    public enum Command {
        CANCEL
    }
}
