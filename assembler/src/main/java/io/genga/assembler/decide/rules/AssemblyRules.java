package io.genga.assembler.decide.rules;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.assembler.decide.state.Ending;
import io.genga.assembler.decide.state.OpenJob;
import io.genga.assembler.decide.state.Request;
import io.genga.assembler.decide.state.RequestHistory;
import io.genga.assembler.decide.state.Subject;
import io.genga.assembler.decide.store.ChunkStore;
import io.genga.assembler.decide.store.DeadlineStore;
import io.genga.contracts.event.AssemblyCompleted;
import io.genga.contracts.event.AssemblyFailed;
import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.event.VideoSplit;
import io.genga.contracts.event.WorkProgress;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.topic.Topics;
import java.time.Instant;
import java.util.List;

/** The assembly of the film: asked for once all chunks are upscaled, and again where it fails or falls silent. */
public final class AssemblyRules {

    private final DecideSettings settings;
    private final DecideClock clock;
    private final ChunkStore chunks;
    private final DeadlineStore deadlines;
    private final Outbox outbox;

    public AssemblyRules(
            DecideSettings settings, DecideClock clock, ChunkStore chunks, DeadlineStore deadlines, Outbox outbox) {
        this.settings = settings;
        this.clock = clock;
        this.chunks = chunks;
        this.deadlines = deadlines;
        this.outbox = outbox;
    }

    public OpenJob requestWhenUpscaled(OpenJob job) {
        return job.assembly() == null && job.upscaled() ? request(job, RequestHistory.NONE) : job;
    }

    public OpenJob hear(OpenJob job, WorkProgress sign) {
        return job.assembly() == null ? job : job.assemble(job.assembly().heard(sign, sign.framesDone(), clock.now()));
    }

    public OpenJob completed(OpenJob job, AssemblyCompleted event) {
        return job.assembly() == null
                ? job
                : job.with(job.tally().spent(event.timings()))
                        .end(new Ending.Remastered(event.output(), event.frames(), event.verification()));
    }

    public OpenJob failed(OpenJob job, AssemblyFailed event) {
        Request request = job.assembly();
        if (request == null) {
            return job;
        }
        if (event.kind() == FailureKind.PERMANENT) {
            return job.end(Ending.failed("The film cannot be assembled: " + event.reason()));
        }
        if (!request.concerns(event.attempt())) {
            return job;
        }
        RequestHistory history = request.close().spend(event.attempt());
        if (event.verification() != null) {
            return unverified(job, history, event);
        }
        return requestAgain(
                job,
                history,
                "failed at all " + settings.maxRequests() + " requests, at last on " + event.worker() + ": "
                        + event.reason());
    }

    /** What chance spoilt, on the way through memory and disks, comes right the second time; anything else never does. */
    private OpenJob unverified(OpenJob job, RequestHistory history, AssemblyFailed event) {
        OpenJob noted = job.with(event.verification());
        return job.failedVerification() == null && history.requests() < settings.maxRequests()
                ? request(noted, history)
                : noted.end(
                        Ending.failed("The film was made twice and is not published, since its verification failed: "
                                + event.reason() + "; its report says more."));
    }

    public OpenJob due(OpenJob job) {
        Request request = job.assembly();
        Instant lastSign = request.begun() ? request.heardAt() : clock.now();
        Instant end = clock.listenedUntil(lastSign, settings.silence());
        if (clock.past(end)) {
            return requestAgain(
                    job,
                    request.close(),
                    "was asked for " + settings.maxRequests() + " times in vain: the stitcher "
                            + request.running().worker() + " fell silent for "
                            + settings.silence().toSeconds() + " seconds; look at its log, then retry.");
        }
        deadlines.add(end, new Subject.OfAssembly(job.id()));
        return job;
    }

    private OpenJob requestAgain(OpenJob job, RequestHistory history, String reason) {
        return history.requests() >= settings.maxRequests()
                ? job.end(Ending.failed("The assembly of the film " + reason))
                : request(job, history);
    }

    private OpenJob request(OpenJob job, RequestHistory history) {
        VideoSplit split = job.splitting().plan();
        List<AttemptId> winners = chunks.winners(job.id(), split.chunks());
        if (winners.size() < split.chunks()) {
            return job.end(Ending.failed("The plan " + split.plan().key() + " lists " + split.chunks()
                    + " chunks, but chunks beyond it were handed out: this is a defect of the frame extractor."));
        }
        Request request = Request.after(history, clock.now());
        deadlines.add(clock.now().plus(settings.silence()), new Subject.OfAssembly(job.id()));
        outbox.send(
                Topics.ASSEMBLY_REQUESTED,
                new AssemblyRequested(job.tenant(), job.id(), request.number(), split.plan(), winners));
        return job.assemble(request);
    }
}
