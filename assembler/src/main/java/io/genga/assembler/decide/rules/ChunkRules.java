package io.genga.assembler.decide.rules;

import io.genga.assembler.decide.state.Chunk;
import io.genga.assembler.decide.state.Ending;
import io.genga.assembler.decide.state.OpenJob;
import io.genga.assembler.decide.state.RequestHistory;
import io.genga.assembler.decide.state.Tally;
import io.genga.assembler.decide.store.ChunkStore;
import io.genga.contracts.event.ChunkReady;
import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.event.JobState;
import io.genga.contracts.event.WorkProgress;
import io.genga.contracts.id.ChunkId;
import io.genga.contracts.id.PoolName;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a chunk from cut to upscaled; what goes wrong on it is in {@link ChunkFailures}. */
public final class ChunkRules {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkRules.class);

    private final DecideClock clock;
    private final ChunkStore chunks;
    private final SplitRules split;
    private final Set<PoolName> pools;

    public ChunkRules(DecideClock clock, ChunkStore chunks, SplitRules split, Collection<PoolName> pools) {
        this.clock = clock;
        this.chunks = chunks;
        this.split = split;
        this.pools = Set.copyOf(pools);
    }

    public OpenJob ready(OpenJob job, ChunkReady event) {
        if (!pools.contains(event.pool())) {
            return job.end(Ending.failed("Chunk " + event.chunk() + " is for the pool '" + event.pool()
                    + "', which this platform does not have: name one of " + poolNames()
                    + ", or add the pool to the assembler's configuration."));
        }
        OpenJob heard = split.hear(job);
        if (chunks.find(event.chunkId()).isPresent()) {
            return heard;
        }
        chunks.put(event.chunkId(), new Chunk.Waiting(event, RequestHistory.NONE));
        return heard.with(heard.tally().chunkKnown());
    }

    public OpenJob hear(OpenJob job, WorkProgress sign) {
        ChunkId id = new ChunkId(sign.job(), sign.chunk());
        if (!(chunks.find(id).orElse(null) instanceof Chunk.Requested requested)) {
            return job;
        }
        Chunk.Requested heard = requested.hear(sign, clock.now());
        chunks.put(id, heard);
        return job.with(job.tally()
                .reported(heard.request().frames() - requested.request().frames()));
    }

    /** The first result wins, whoever asked for it and however long ago. */
    public OpenJob upscaled(OpenJob job, ChunkUpscaled event) {
        Optional<Chunk> chunk = chunks.find(event.chunkId());
        if (chunk.isPresent() && !(chunk.get() instanceof Chunk.Owed owed && answers(owed, event))) {
            return job;
        }
        chunks.put(event.chunkId(), new Chunk.Upscaled(event.attempt()));
        return job.with(withoutRequest(job.tally(), chunk).upscaled(event)).reach(JobState.UPSCALING);
    }

    private static boolean answers(Chunk.Owed owed, ChunkUpscaled event) {
        boolean same = owed.work().fingerprint().equals(event.fingerprint());
        if (!same) {
            LOG.warn(
                    "{}: a result of worker {} is ignored: its fingerprint {} is not the plan's {}",
                    event.chunkId(),
                    event.worker(),
                    event.fingerprint(),
                    owed.work().fingerprint());
        }
        return same;
    }

    private static Tally withoutRequest(Tally tally, Optional<Chunk> chunk) {
        if (chunk.isEmpty()) {
            return tally.chunkKnown();
        }
        return chunk.get() instanceof Chunk.Requested requested ? tally.answered(requested.request()) : tally;
    }

    private String poolNames() {
        return pools.stream()
                .map(PoolName::value)
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }
}
