package io.genga.standalone.job;

import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.id.JobId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is left to be done for a piece of work that may have been begun, finished or given up before. */
public sealed interface NextStep {

    /**
     * Nobody works on it.
     *
     * @param retryOf the try before, null for the first
     */
    record Submit(JobId job, JobId retryOf) implements NextStep {}

    /** It is under way. */
    record Follow(JobStatus status) implements NextStep {}

    /** The film is in the outbox. */
    record Deliver(JobStatus status) implements NextStep {}

    /**
     * Goes through all tries of the same work.
     *
     * @param known the status of a job, as far as one is known
     * @param filmIsThere whether the film of a remastered job is still in the outbox
     */
    static NextStep of(JobId firstTry, Function<JobId, Optional<JobStatus>> known, Predicate<JobStatus> filmIsThere) {
        JobId job = firstTry;
        JobId before = null;
        for (Optional<JobStatus> status = known.apply(job); status.isPresent(); status = known.apply(job)) {
            JobStatus found = status.get();
            if (!found.state().ended()) {
                return new Follow(found);
            }
            if (found.state() == JobState.REMASTERED && filmIsThere.test(found)) {
                return new Deliver(found);
            }
            before = job;
            job = job.nextTry();
        }
        return new Submit(job, before);
    }
}
