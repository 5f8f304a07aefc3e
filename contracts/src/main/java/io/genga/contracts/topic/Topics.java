package io.genga.contracts.topic;

import io.genga.contracts.event.AssemblyCompleted;
import io.genga.contracts.event.AssemblyFailed;
import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.event.ChunkFailed;
import io.genga.contracts.event.ChunkReady;
import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.event.Event;
import io.genga.contracts.event.JobCommand;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.event.PoolBacklog;
import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.event.VideoCancelled;
import io.genga.contracts.event.VideoFailed;
import io.genga.contracts.event.VideoRejected;
import io.genga.contracts.event.VideoRemastered;
import io.genga.contracts.event.VideoSplit;
import io.genga.contracts.event.WorkProgress;
import io.genga.contracts.id.PoolName;
import java.util.List;

/** Every topic of the platform. */
public final class Topics {

    public static final Topic<VideoArrived> VIDEO_ARRIVED = topic("video.arrived", VideoArrived.class, TopicKind.WORK);
    public static final Topic<VideoSplit> VIDEO_SPLIT = topic("video.split", VideoSplit.class, TopicKind.FACTS);
    public static final Topic<VideoRejected> VIDEO_REJECTED =
            topic("video.rejected", VideoRejected.class, TopicKind.FACTS);
    public static final Topic<ChunkReady> CHUNK_READY = topic("chunk.ready", ChunkReady.class, TopicKind.FACTS);
    public static final Topic<ChunkUpscaled> CHUNK_UPSCALED =
            topic("chunk.upscaled", ChunkUpscaled.class, TopicKind.FACTS);
    public static final Topic<ChunkFailed> CHUNK_FAILED = topic("chunk.failed", ChunkFailed.class, TopicKind.FACTS);
    public static final Topic<AssemblyRequested> ASSEMBLY_REQUESTED =
            topic("assembly.requested", AssemblyRequested.class, TopicKind.WORK);
    public static final Topic<AssemblyCompleted> ASSEMBLY_COMPLETED =
            topic("assembly.completed", AssemblyCompleted.class, TopicKind.FACTS);
    public static final Topic<AssemblyFailed> ASSEMBLY_FAILED =
            topic("assembly.failed", AssemblyFailed.class, TopicKind.FACTS);
    public static final Topic<VideoRemastered> VIDEO_REMASTERED =
            topic("video.remastered", VideoRemastered.class, TopicKind.FACTS);
    public static final Topic<VideoFailed> VIDEO_FAILED = topic("video.failed", VideoFailed.class, TopicKind.FACTS);
    public static final Topic<VideoCancelled> VIDEO_CANCELLED =
            topic("video.cancelled", VideoCancelled.class, TopicKind.FACTS);
    public static final Topic<JobStatus> JOB_STATUS = topic("job.status", JobStatus.class, TopicKind.LATEST);
    public static final Topic<WorkProgress> WORK_PROGRESS = topic("work.progress", WorkProgress.class, TopicKind.FACTS);
    public static final Topic<JobCommand> JOB_COMMAND = topic("job.command", JobCommand.class, TopicKind.FACTS);
    public static final Topic<PoolBacklog> POOL_BACKLOG = topic("pool.backlog", PoolBacklog.class, TopicKind.LATEST);

    static final String VERSION_SUFFIX = ".v1";

    private static final List<Topic<?>> FIXED = List.of(
            VIDEO_ARRIVED,
            VIDEO_SPLIT,
            VIDEO_REJECTED,
            CHUNK_READY,
            CHUNK_UPSCALED,
            CHUNK_FAILED,
            ASSEMBLY_REQUESTED,
            ASSEMBLY_COMPLETED,
            ASSEMBLY_FAILED,
            VIDEO_REMASTERED,
            VIDEO_FAILED,
            VIDEO_CANCELLED,
            JOB_STATUS,
            WORK_PROGRESS,
            JOB_COMMAND,
            POOL_BACKLOG);

    private Topics() {}

    /** The topics that do not depend on which pools there are; each pool adds its {@link #chunkRequested}. */
    public static List<Topic<?>> fixed() {
        return FIXED;
    }

    /** {@code genga.chunk.requested.cpu.v1}: the work of one pool. */
    public static Topic<ChunkRequested> chunkRequested(PoolName pool) {
        return new Topic<>(
                "genga.chunk.requested." + pool + VERSION_SUFFIX,
                ChunkRequested.class,
                "io.genga.chunk.requested" + VERSION_SUFFIX,
                TopicKind.WORK);
    }

    private static <E extends Event> Topic<E> topic(String name, Class<E> eventClass, TopicKind kind) {
        return new Topic<>("genga." + name + ".v1", eventClass, "io.genga." + name + ".v1", kind);
    }
}
