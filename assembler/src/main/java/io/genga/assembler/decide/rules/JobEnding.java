package io.genga.assembler.decide.rules;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.assembler.decide.state.EndedJob;
import io.genga.assembler.decide.state.Ending;
import io.genga.assembler.decide.state.Job;
import io.genga.assembler.decide.state.OpenJob;
import io.genga.assembler.decide.state.Subject;
import io.genga.assembler.decide.store.DecideStores;
import io.genga.contracts.event.VideoCancelled;
import io.genga.contracts.event.VideoFailed;
import io.genga.contracts.event.VideoRemastered;
import io.genga.contracts.topic.Topics;
import java.time.Instant;

/** Announces the end of a job, once, then forgets its chunks at once and the job itself after a while. */
public final class JobEnding {

    private final DecideSettings settings;
    private final DecideClock clock;
    private final DecideStores stores;
    private final Outbox outbox;

    public JobEnding(DecideSettings settings, DecideClock clock, DecideStores stores, Outbox outbox) {
        this.settings = settings;
        this.clock = clock;
        this.stores = stores;
        this.outbox = outbox;
    }

    public void end(OpenJob job) {
        Instant now = clock.now();
        announce(job, now);
        stores.chunks().deleteAll(job.id());
        stores.jobs().put(new EndedJob(job.tenant(), job.id(), now));
        remember(job, now);
    }

    /** Forgets {@code job} when it has been kept for long enough since {@code start}. */
    public void remember(Job job, Instant start) {
        stores.deadlines().add(start.plus(settings.endedJobRetention()), new Subject.OfRetention(job.id()));
    }

    /** The time of a job is up that ended, or that was heard of but did not arrive; any other job is in progress. */
    public void retentionDue(Job job) {
        if (job instanceof EndedJob ended) {
            forget(ended, ended.endedAt());
        } else if (job instanceof OpenJob open && !open.arrived()) {
            forget(open, open.firstHeardAt());
        }
    }

    private void forget(Job job, Instant start) {
        if (clock.past(start.plus(settings.endedJobRetention()))) {
            stores.chunks().deleteAll(job.id());
            stores.jobs().delete(job.id());
        }
    }

    private void announce(OpenJob job, Instant now) {
        Ending ending = job.ending();
        if (ending instanceof Ending.Remastered remastered) {
            outbox.send(
                    Topics.VIDEO_REMASTERED,
                    new VideoRemastered(job.tenant(), job.id(), remastered.output(), remastered.frames(), now));
        } else if (ending instanceof Ending.Failed failed) {
            outbox.send(
                    Topics.VIDEO_FAILED,
                    new VideoFailed(job.tenant(), job.id(), failed.rejected(), failed.reason(), now));
        } else if (ending instanceof Ending.Cancelled) {
            outbox.send(Topics.VIDEO_CANCELLED, new VideoCancelled(job.tenant(), job.id(), now));
        }
    }
}
