package io.genga.assembler.decide.rules;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.assembler.decide.state.Chunk;
import io.genga.assembler.decide.state.OpenJob;
import io.genga.assembler.decide.state.Subject;
import io.genga.assembler.decide.store.ChunkStore;
import io.genga.assembler.decide.store.DeadlineStore;
import io.genga.contracts.event.ChunkReady;
import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.JobState;
import io.genga.contracts.id.ChunkId;
import io.genga.contracts.topic.Topics;
import java.util.Optional;

/** Asks for waiting chunks in the order of the film, as far as the job's credit goes. */
public final class ChunkRequests {

    private final DecideSettings settings;
    private final DecideClock clock;
    private final ChunkStore chunks;
    private final DeadlineStore deadlines;
    private final Outbox outbox;

    public ChunkRequests(
            DecideSettings settings, DecideClock clock, ChunkStore chunks, DeadlineStore deadlines, Outbox outbox) {
        this.settings = settings;
        this.clock = clock;
        this.chunks = chunks;
        this.deadlines = deadlines;
        this.outbox = outbox;
    }

    public OpenJob spendCredit(OpenJob job) {
        OpenJob next = job;
        while (next.tally().outstanding() < settings.outstandingPerJob()) {
            Optional<ChunkId> id = chunks.firstWaiting(job.id());
            if (id.isEmpty()) {
                return next;
            }
            next = request(next, id.get());
        }
        return next;
    }

    private OpenJob request(OpenJob job, ChunkId id) {
        Chunk.Waiting waiting = (Chunk.Waiting) chunks.find(id).orElseThrow();
        Chunk.Requested requested = waiting.request(clock.now());
        chunks.put(id, requested);
        deadlines.add(clock.now().plus(settings.backlogMargin()), new Subject.OfChunk(id.job(), id.index()));
        send(requested);
        return job.with(job.tally().requested()).reach(JobState.UPSCALING);
    }

    private void send(Chunk.Requested requested) {
        ChunkReady work = requested.work();
        outbox.send(
                Topics.chunkRequested(work.pool()),
                new ChunkRequested(
                        work.tenant(),
                        work.job(),
                        work.chunk(),
                        requested.request().number(),
                        work.fingerprint(),
                        work.pool(),
                        work.frames(),
                        work.plan(),
                        work.packets()));
    }
}
