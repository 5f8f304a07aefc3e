package io.genga.assembler.decide.rules;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.assembler.decide.state.Chunk;
import io.genga.assembler.decide.state.Ending;
import io.genga.assembler.decide.state.OpenJob;
import io.genga.assembler.decide.state.Request;
import io.genga.assembler.decide.state.Subject;
import io.genga.assembler.decide.store.BacklogStore;
import io.genga.assembler.decide.store.ChunkStore;
import io.genga.assembler.decide.store.DeadlineStore;
import io.genga.contracts.event.ChunkFailed;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.id.ChunkId;
import java.time.Instant;

/** Attempts at chunks that fail, fall silent or vanish: each gives back its credit and is asked for again, up to a limit. */
public final class ChunkFailures {

    private final DecideSettings settings;
    private final DecideClock clock;
    private final ChunkStore chunks;
    private final DeadlineStore deadlines;
    private final BacklogStore backlogs;

    public ChunkFailures(
            DecideSettings settings,
            DecideClock clock,
            ChunkStore chunks,
            DeadlineStore deadlines,
            BacklogStore backlogs) {
        this.settings = settings;
        this.clock = clock;
        this.chunks = chunks;
        this.deadlines = deadlines;
        this.backlogs = backlogs;
    }

    public OpenJob failed(OpenJob job, ChunkFailed event) {
        Chunk chunk = chunks.find(event.chunkId()).orElse(null);
        if (chunk instanceof Chunk.Upscaled) {
            return job;
        }
        if (event.kind() == FailureKind.PERMANENT) {
            return job.end(Ending.failed("Chunk " + event.chunk() + " cannot be upscaled: " + event.reason()));
        }
        if (chunk instanceof Chunk.Requested requested && requested.request().concerns(event.attempt())) {
            return retry(job, requested, event);
        }
        remember(event, chunk);
        return job;
    }

    /** Looks at a chunk whose deadline came. */
    public OpenJob due(OpenJob job, ChunkId id) {
        Chunk chunk = chunks.find(id).orElse(null);
        if (chunk instanceof Chunk.Postponed postponed) {
            resume(id, postponed);
        }
        if (chunk instanceof Chunk.Requested requested) {
            return due(job, id, requested);
        }
        return job;
    }

    private OpenJob retry(OpenJob job, Chunk.Requested requested, ChunkFailed event) {
        OpenJob answered = job.with(job.tally().answered(requested.request()));
        if (requested.request().number() >= settings.maxRequests()) {
            return answered.end(Ending.failed("Chunk " + event.chunk() + " failed at all " + settings.maxRequests()
                    + " requests, at last on " + event.worker() + ": " + event.reason()));
        }
        if (event.retryAfter() == null) {
            chunks.put(event.chunkId(), requested.fail(event.attempt()));
        } else {
            Instant until = clock.now().plus(event.retryAfter());
            chunks.put(event.chunkId(), requested.fail(event.attempt(), until));
            deadlines.add(until, new Subject.OfChunk(event.job(), event.chunk()));
        }
        return answered;
    }

    /** So that a duplicate of this event is not taken for the failure of a later request. */
    private void remember(ChunkFailed event, Chunk chunk) {
        if (chunk instanceof Chunk.Waiting waiting) {
            chunks.put(event.chunkId(), waiting.spend(event.attempt()));
        } else if (chunk instanceof Chunk.Postponed postponed) {
            chunks.put(event.chunkId(), postponed.spend(event.attempt()));
        }
    }

    private void resume(ChunkId id, Chunk.Postponed postponed) {
        if (clock.past(postponed.until())) {
            chunks.put(id, postponed.resume());
        } else {
            deadlines.add(postponed.until(), new Subject.OfChunk(id.job(), id.index()));
        }
    }

    private OpenJob due(OpenJob job, ChunkId id, Chunk.Requested requested) {
        Request request = requested.request();
        if (request.begun() ? silent(request) : vanished(requested)) {
            return lose(job, id, requested);
        }
        Instant next = request.begun()
                ? clock.listenedUntil(request.heardAt(), settings.silence())
                : clock.now().plus(settings.backlogMargin());
        deadlines.add(next, new Subject.OfChunk(id.job(), id.index()));
        return job;
    }

    private boolean silent(Request request) {
        return clock.past(clock.listenedUntil(request.heardAt(), settings.silence()));
    }

    /** Nobody began, and yet the pool has no work left: the request was thrown away by the broker. */
    private boolean vanished(Chunk.Requested requested) {
        Instant settled = clock.listenedUntil(requested.request().madeAt(), settings.backlogMargin());
        return clock.past(settled) && backlogs.emptyAfter(requested.work().pool(), settled);
    }

    private OpenJob lose(OpenJob job, ChunkId id, Chunk.Requested requested) {
        Request request = requested.request();
        OpenJob answered = job.with(job.tally().answered(request));
        if (request.number() >= settings.maxRequests()) {
            return answered.end(Ending.failed("Chunk " + id.index() + " was asked for " + settings.maxRequests()
                    + " times in vain: " + whatHappened(requested)));
        }
        chunks.put(id, requested.lose());
        return answered;
    }

    private String whatHappened(Chunk.Requested requested) {
        Request request = requested.request();
        return request.begun()
                ? "its worker " + request.running().worker() + " fell silent for "
                        + settings.silence().toSeconds() + " seconds; look at that worker's log, then retry."
                : "no worker of the pool '" + requested.work().pool()
                        + "' began it; look at the dead letters of the pool, then retry.";
    }
}
