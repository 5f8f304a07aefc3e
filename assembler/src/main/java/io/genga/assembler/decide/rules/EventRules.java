package io.genga.assembler.decide.rules;

import io.genga.assembler.decide.state.OpenJob;
import io.genga.contracts.event.AssemblyCompleted;
import io.genga.contracts.event.AssemblyFailed;
import io.genga.contracts.event.ChunkEvent;
import io.genga.contracts.event.ChunkFailed;
import io.genga.contracts.event.ChunkReady;
import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.event.JobCommand;
import io.genga.contracts.event.JobEvent;
import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.event.VideoRejected;
import io.genga.contracts.event.VideoSplit;
import io.genga.contracts.event.WorkProgress;
import io.genga.contracts.id.ChunkId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which rule each kind of event falls under. */
public final class EventRules {

    private static final Logger LOG = LoggerFactory.getLogger(EventRules.class);

    private final Map<Class<?>, BiFunction<OpenJob, JobEvent, OpenJob>> rules = new HashMap<>();

    public EventRules(
            JobRules jobs, SplitRules split, ChunkRules chunks, ChunkFailures chunkFailures, AssemblyRules assembly) {
        when(VideoArrived.class, jobs::arrive);
        when(JobCommand.class, jobs::obey);
        when(VideoSplit.class, split::plan);
        when(VideoRejected.class, split::reject);
        when(ChunkReady.class, chunks::ready);
        when(ChunkUpscaled.class, chunks::upscaled);
        when(ChunkFailed.class, chunkFailures::failed);
        when(AssemblyCompleted.class, assembly::completed);
        when(AssemblyFailed.class, assembly::failed);
        when(WorkProgress.class, (job, sign) -> switch (sign.stage()) {
            case SPLIT -> split.hear(job, sign);
            case CHUNK -> chunks.hear(job, sign);
            case ASSEMBLY -> assembly.hear(job, sign);
        });
    }

    public OpenJob apply(OpenJob job, JobEvent event) {
        if (!namesPossibleChunk(event)) {
            LOG.warn("job {}: an event about an impossible chunk is ignored: {}", job.id(), event);
            return job;
        }
        return rules.get(event.getClass()).apply(job, event);
    }

    private <E extends JobEvent> void when(Class<E> kind, BiFunction<OpenJob, E, OpenJob> rule) {
        rules.put(kind, (job, event) -> rule.apply(job, kind.cast(event)));
    }

    private static boolean namesPossibleChunk(JobEvent event) {
        if (event instanceof ChunkEvent chunkEvent) {
            return possible(chunkEvent.chunk());
        }
        return !(event instanceof WorkProgress sign && sign.stage() == WorkProgress.Stage.CHUNK)
                || (sign.chunk() != null && possible(sign.chunk()));
    }

    private static boolean possible(int chunk) {
        return chunk >= 0 && chunk < ChunkId.MAX_CHUNKS;
    }
}
