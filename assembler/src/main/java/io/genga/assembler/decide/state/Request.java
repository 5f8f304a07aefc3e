package io.genga.assembler.decide.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.genga.contracts.event.WorkProgress;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.WorkerId;
import java.time.Instant;

/**
 * A request that is not answered yet, for a chunk or for the assembly. The broker may hand it out several times: the
 * attempt that began last is the one that counts.
 *
 * @param history with this request included
 * @param heardAt the last sign of life; null while nobody has begun, which is no silence but a backlog
 * @param running null while nobody has begun
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Request(RequestHistory history, Instant madeAt, Instant heardAt, Execution running) {

    /** @param frames that this attempt has reported as done */
    public record Execution(AttemptId attempt, WorkerId worker, long frames) {

        boolean beganAfter(AttemptId other) {
            return attempt.value().compareTo(other.value()) > 0;
        }
    }

    public static Request after(RequestHistory history, Instant now) {
        return new Request(history.requestedAgain(), now, null, null);
    }

    public int number() {
        return history.requests();
    }

    public boolean begun() {
        return heardAt != null;
    }

    public long frames() {
        return running == null ? 0 : running.frames;
    }

    /** Whether {@code attempt} may answer this request: it is neither spent nor overtaken by a later one. */
    public boolean concerns(AttemptId attempt) {
        return !history.spent().contains(attempt) && (running == null || !running.beganAfter(attempt));
    }

    /** A sign of life; one of an attempt that no longer counts changes nothing. */
    public Request heard(WorkProgress sign, long frames, Instant now) {
        if (!concerns(sign.attempt())) {
            return this;
        }
        boolean same = running != null && running.attempt.equals(sign.attempt());
        long most = same ? Math.max(running.frames, frames) : frames;
        RequestHistory after = same ? history : close();
        return new Request(after, madeAt, now, new Execution(sign.attempt(), sign.worker(), most));
    }

    /** The history once this request is given up. */
    public RequestHistory close() {
        return running == null ? history : history.spend(running.attempt);
    }
}
