package io.genga.standalone.job;

import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.id.JobId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Watches a job until it ends. */
public final class JobFollower {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final Function<JobId, Optional<JobStatus>> known;

    /**
     * A follower that asks again and again.
     *
     * @param known the status of a job, as far as one is known; answers at once
     */
    public JobFollower(Function<JobId, Optional<JobStatus>> known) {
        this.known = known;
    }

    /**
     * Returns when the job has ended.
     *
     * @param watcher told how the job stands, also when nothing has changed
     * @return the last status
     */
    public JobStatus follow(JobId job, Consumer<JobStatus> watcher) throws InterruptedException {
        while (true) {
            Optional<JobStatus> status = known.apply(job);
            status.ifPresent(watcher);
            if (status.map(JobStatus::state).filter(JobState::ended).isPresent()) {
                return status.get();
            }
            Thread.sleep(INTERVAL.toMillis());
        }
    }
}
