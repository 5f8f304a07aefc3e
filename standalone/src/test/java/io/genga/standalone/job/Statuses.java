package io.genga.standalone.job;

import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.event.StageTimings;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import java.time.Instant;
import java.util.List;

/** Statuses of a job for tests. */
final class Statuses {

    private Statuses() {}

    static JobStatus of(JobId job, JobState state) {
        return new JobStatus(
                TenantId.DEFAULT,
                job,
                state,
                "in.mp4",
                "nearest-x2",
                null,
                0,
                null,
                0,
                0,
                List.of(),
                null,
                null,
                false,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                StageTimings.NONE,
                null,
                null,
                null);
    }
}
