package io.genga.assembler.decide;

import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.event.ChunkFailed;
import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.event.JobEvent;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rest of the platform as it might behave: events of one job are delivered in a random order, some of them twice;
 * attempts succeed, fail, fall silent, or fall silent and succeed later. The third request for the same work succeeds.
 */
final class RandomWorld {

    private static final int LAST_REQUEST = 3;

    private final Film film;
    private final BareDecide decide;
    private final Random random;
    private final List<JobEvent> underWay = new ArrayList<>();
    private final Map<Integer, AttemptId> firstResults = new TreeMap<>();
    private final Set<Integer> foundFinished = new HashSet<>();
    private final Set<Integer> outstanding = new HashSet<>();
    private int mostOutstanding;
    private int mostOutstandingBeforeSilence;
    private int chunkRequestsSeen;
    private int assemblyRequestsSeen;
    private int attempts;
    private int cancelAfter = Integer.MAX_VALUE;

    RandomWorld(Film film, BareDecide decide, Random random) {
        this.film = film;
        this.decide = decide;
        this.random = random;
        this.chunkRequestsSeen =
                decide.sent(Topics.chunkRequested(PoolName.CPU)).size();
        this.assemblyRequestsSeen = decide.sent(Topics.ASSEMBLY_REQUESTED).size();
    }

    void cancelAfter(int deliveries) {
        cancelAfter = deliveries;
    }

    /** Until nothing is under way and no time that passes brings anything forth. */
    void run() {
        send(film.arrived());
        send(film.split());
        for (int chunk = 0; chunk < film.chunks(); chunk++) {
            send(film.ready(chunk));
            if (random.nextInt(8) == 0) {
                foundFinished.add(chunk);
                send(film.upscaled(chunk, nextAttempt(), true));
            }
        }
        deliverAll();
        mostOutstandingBeforeSilence = mostOutstanding;
        for (int silence = 0; silence < 2 * LAST_REQUEST; silence++) {
            decide.pass(Duration.ofSeconds(95));
            react();
            deliverAll();
        }
    }

    /** The attempts whose results were told first, in the order of the film. */
    List<AttemptId> firstResults() {
        return List.copyOf(firstResults.values());
    }

    Set<Integer> foundFinished() {
        return foundFinished;
    }

    /** Later it cannot be told from outside which silent attempts have been given up. */
    int mostOutstandingBeforeSilence() {
        return mostOutstandingBeforeSilence;
    }

    private void deliverAll() {
        while (!underWay.isEmpty()) {
            JobEvent event = underWay.remove(random.nextInt(underWay.size()));
            deliver(event);
            if (random.nextInt(4) == 0) {
                underWay.add(event);
            }
            if (cancelAfter-- == 0) {
                send(film.cancel());
            }
            react();
        }
    }

    private void deliver(JobEvent event) {
        noteAnswer(event);
        decide.send(event);
    }

    private void noteAnswer(JobEvent event) {
        if (event instanceof ChunkUpscaled upscaled) {
            firstResults.putIfAbsent(upscaled.chunk(), upscaled.attempt());
            outstanding.remove(upscaled.chunk());
        } else if (event instanceof ChunkFailed failed) {
            outstanding.remove(failed.chunk());
        }
    }

    private void react() {
        List<ChunkRequested> requests = decide.sent(Topics.chunkRequested(PoolName.CPU));
        for (; chunkRequestsSeen < requests.size(); chunkRequestsSeen++) {
            work(requests.get(chunkRequestsSeen));
        }
        List<AssemblyRequested> assemblies = decide.sent(Topics.ASSEMBLY_REQUESTED);
        for (; assemblyRequestsSeen < assemblies.size(); assemblyRequestsSeen++) {
            stitch(assemblies.get(assemblyRequestsSeen));
        }
        mostOutstanding = Math.max(mostOutstanding, outstanding.size());
    }

    private void work(ChunkRequested request) {
        int chunk = request.chunk();
        AttemptId attempt = nextAttempt();
        outstanding.add(chunk);
        send(film.started(chunk, attempt));
        send(film.heartbeat(chunk, attempt, random.nextInt(Film.FRAMES_OF_CHUNK)));
        switch (request.request() >= LAST_REQUEST ? 0 : random.nextInt(5)) {
            case 1 -> send(film.failed(chunk, attempt, FailureKind.RETRYABLE));
            case 2 -> send(failedForNow(chunk, attempt));
            case 3 -> {} // silent for ever
            default -> send(film.upscaled(chunk, attempt));
        }
    }

    private ChunkFailed failedForNow(int chunk, AttemptId attempt) {
        return film.failed(chunk, attempt, FailureKind.INCAPABLE, Duration.ofSeconds(20));
    }

    private void stitch(AssemblyRequested request) {
        AttemptId attempt = nextAttempt();
        send(film.assemblyStarted(attempt));
        switch (request.request() >= LAST_REQUEST ? 0 : random.nextInt(3)) {
            case 1 -> send(film.assemblyFailed(attempt, FailureKind.RETRYABLE));
            case 2 -> {} // silent for ever
            default -> send(film.assembled(attempt));
        }
    }

    private void send(JobEvent event) {
        underWay.add(event);
    }

    private AttemptId nextAttempt() {
        return Film.attempt(++attempts);
    }
}
