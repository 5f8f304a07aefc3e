package io.genga.assembler.decide.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.event.JobState;
import io.genga.contracts.event.VerificationReport;
import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.messaging.cloudevents.TraceContext;
import java.time.Instant;

/**
 * A job whose end was not announced. Since topics are not ordered among each other, it may be heard of before it arrives:
 * until then all is gathered and nothing is done.
 *
 * @param trace of the event by which the job was first heard of: continued by what no event, only a deadline causes
 * @param arrival null until the video arrived
 * @param state the furthest that was reached
 * @param assembly the latest request to assemble; null until all chunks are there
 * @param ending null until it is clear how the job ends
 * @param failedVerification of a film that must not be published; null while no film was found so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenJob(
        TenantId tenant,
        JobId id,
        Instant firstHeardAt,
        TraceContext trace,
        VideoArrived arrival,
        JobState state,
        Splitting splitting,
        Tally tally,
        Request assembly,
        Ending ending,
        VerificationReport failedVerification)
        implements Job {

    public static OpenJob firstHeardOf(TenantId tenant, JobId id, Instant now, TraceContext trace) {
        return new OpenJob(
                tenant, id, now, trace, null, JobState.ACCEPTED, Splitting.NOT_STARTED, Tally.EMPTY, null, null, null);
    }

    public boolean arrived() {
        return arrival != null;
    }

    /** Whether work may be asked for. */
    public boolean active() {
        return arrived() && ending == null;
    }

    /** Whether every chunk of the plan is upscaled. */
    public boolean upscaled() {
        return splitting.plan() != null && tally.done() >= splitting.plan().chunks();
    }

    /** Whether every chunk of the plan is cut. */
    public boolean split() {
        return splitting.plan() != null && tally.known() >= splitting.plan().chunks();
    }

    /** The first arrival counts. */
    public OpenJob arrive(VideoArrived event) {
        return arrived() ? this : copy(event, state, splitting, tally, assembly, ending, failedVerification);
    }

    public OpenJob reach(JobState reached) {
        return reached.compareTo(state) <= 0
                ? this
                : copy(arrival, reached, splitting, tally, assembly, ending, failedVerification);
    }

    public OpenJob with(Splitting changed) {
        return copy(arrival, state, changed, tally, assembly, ending, failedVerification)
                .reach(JobState.SPLITTING);
    }

    public OpenJob with(Tally changed) {
        return copy(arrival, state, splitting, changed, assembly, ending, failedVerification);
    }

    public OpenJob assemble(Request request) {
        return copy(arrival, state, splitting, tally, request, ending, failedVerification)
                .reach(JobState.ASSEMBLING);
    }

    public OpenJob with(VerificationReport failed) {
        return copy(arrival, state, splitting, tally, assembly, ending, failed);
    }

    /** The first ending counts. */
    public OpenJob end(Ending how) {
        return ending != null ? this : copy(arrival, state, splitting, tally, assembly, how, failedVerification);
    }

    private OpenJob copy(
            VideoArrived arrival,
            JobState state,
            Splitting splitting,
            Tally tally,
            Request assembly,
            Ending ending,
            VerificationReport failedVerification) {
        return new OpenJob(
                tenant,
                id,
                firstHeardAt,
                trace,
                arrival,
                state,
                splitting,
                tally,
                assembly,
                ending,
                failedVerification);
    }
}
