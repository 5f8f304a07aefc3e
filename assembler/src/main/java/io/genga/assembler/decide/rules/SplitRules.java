package io.genga.assembler.decide.rules;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.assembler.decide.state.Ending;
import io.genga.assembler.decide.state.OpenJob;
import io.genga.assembler.decide.state.Subject;
import io.genga.assembler.decide.store.DeadlineStore;
import io.genga.contracts.event.VideoRejected;
import io.genga.contracts.event.VideoSplit;
import io.genga.contracts.event.WorkProgress;
import io.genga.contracts.id.ChunkId;
import java.time.Instant;

/**
 * The splitting of a video. The broker hands it out again when an extractor dies, so it is never asked for here; but a
 * started one that stays silent ends the job.
 */
public final class SplitRules {

    private final DecideSettings settings;
    private final DecideClock clock;
    private final DeadlineStore deadlines;

    public SplitRules(DecideSettings settings, DecideClock clock, DeadlineStore deadlines) {
        this.settings = settings;
        this.clock = clock;
        this.deadlines = deadlines;
    }

    public OpenJob plan(OpenJob job, VideoSplit event) {
        if (event.chunks() < 1 || event.chunks() > ChunkId.MAX_CHUNKS) {
            return job.end(Ending.failed("The plan " + event.plan().key() + " has " + event.chunks()
                    + " chunks, but a job has 1 to " + ChunkId.MAX_CHUNKS
                    + ": choose another target length of chunks, then retry."));
        }
        OpenJob planned = hear(job);
        boolean first = job.splitting().plan() == null;
        return planned.with(planned.splitting().plan(event, clock.now()))
                .with(first ? planned.tally().spent(event.timings()) : planned.tally());
    }

    public OpenJob hear(OpenJob job, WorkProgress sign) {
        return hear(job);
    }

    public OpenJob reject(OpenJob job, VideoRejected event) {
        return job.end(Ending.rejected(event.reason()));
    }

    /** A sign of life from the extractor; the first one starts its clock. */
    OpenJob hear(OpenJob job) {
        if (job.splitting().heardAt() == null) {
            deadlines.add(clock.now().plus(settings.splitTimeout()), new Subject.OfSplit(job.id()));
        }
        return job.with(job.splitting().heard(clock.now()));
    }

    public OpenJob due(OpenJob job) {
        if (job.split()) {
            return job;
        }
        Instant end = clock.listenedUntil(job.splitting().heardAt(), settings.splitTimeout());
        if (clock.past(end)) {
            return job.end(Ending.failed("The splitting of the video began, then fell silent for "
                    + settings.splitTimeout().toSeconds()
                    + " seconds: look at the log of the frame extractor, then retry."));
        }
        deadlines.add(end, new Subject.OfSplit(job.id()));
        return job;
    }
}
