package io.genga.assembler.decide.rules;

import io.genga.assembler.decide.state.Ending;
import io.genga.assembler.decide.state.OpenJob;
import io.genga.assembler.decide.state.Tally;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.event.VerificationReport;
import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.event.VideoSplit;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.topic.Topics;
import java.time.Instant;
import java.util.List;

/** Tells users how far a job is, whenever that has changed. */
public final class JobStatuses {

    private final DecideClock clock;
    private final Outbox outbox;

    public JobStatuses(DecideClock clock, Outbox outbox) {
        this.clock = clock;
        this.outbox = outbox;
    }

    /** Nothing is told of a job before it arrives. */
    public void publishChange(OpenJob before, OpenJob after) {
        if (!after.arrived()) {
            return;
        }
        Instant now = clock.now();
        JobStatus status = statusOf(after, now);
        if (!before.arrived() || !status.equals(statusOf(before, now))) {
            outbox.send(Topics.JOB_STATUS, status);
        }
    }

    private static JobStatus statusOf(OpenJob job, Instant now) {
        VideoArrived arrival = job.arrival();
        VideoSplit split = job.splitting().plan();
        Tally tally = job.tally();
        Ending.Failed failure = job.ending() instanceof Ending.Failed failed ? failed : null;
        return new JobStatus(
                job.tenant(),
                job.id(),
                job.ending() == null ? job.state() : job.ending().state(),
                arrival.name(),
                arrival.request().networkNames(),
                split == null ? null : split.frames(),
                tally.framesFinished() + tally.framesRunning(),
                split == null ? null : split.chunks(),
                tally.done(),
                tally.reused(),
                split == null ? List.of() : split.losses(),
                outputOf(job.ending()),
                failure == null ? null : failure.reason(),
                failure != null && failure.rejected(),
                arrival.retryOf(),
                arrival.acceptedAt(),
                now,
                tally.timings(),
                tally.reuse().framePixels() == 0 ? null : tally.reuse(),
                verificationOf(job),
                tally.pipeline().wallMillis() == 0 ? null : tally.pipeline(),
                split == null ? List.of() : split.notes(),
                arrival.request().profile(),
                tally.warmUpFrames(),
                split == null ? List.of() : split.networks(),
                arrival.request().picture());
    }

    private static VerificationReport verificationOf(OpenJob job) {
        return job.ending() instanceof Ending.Remastered remastered
                ? remastered.verification()
                : job.failedVerification();
    }

    private static ObjectReference outputOf(Ending ending) {
        return ending instanceof Ending.Remastered remastered ? remastered.output() : null;
    }
}
