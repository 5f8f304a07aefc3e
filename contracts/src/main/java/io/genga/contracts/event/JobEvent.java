package io.genga.contracts.event;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;

/** An event about one job. Its Kafka key is the job id. */
public sealed interface JobEvent extends Event
        permits VideoArrived,
                VideoSplit,
                VideoRejected,
                ChunkEvent,
                AssemblyRequested,
                AssemblyCompleted,
                AssemblyFailed,
                VideoRemastered,
                VideoFailed,
                VideoCancelled,
                JobStatus,
                WorkProgress,
                JobCommand {

    TenantId tenant();

    JobId job();
}
