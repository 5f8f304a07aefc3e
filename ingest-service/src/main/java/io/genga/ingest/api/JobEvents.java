package io.genga.ingest.api;

import io.genga.contracts.event.JobStatus;
import io.genga.contracts.id.JobId;
import io.genga.runtime.jobs.JobStatusBoard;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/** Statuses as they come, for as many listeners as there are. One that is slow misses some, and then gets the latest. */
@ApplicationScoped
public class JobEvents {

    /** Of all jobs; whoever falls behind by more is cut off, and begins anew when he comes again. */
    private static final int MOST_WAITING = 10_000;

    private final JobStatusBoard board;

    JobEvents(JobStatusBoard board) {
        this.board = board;
    }

    /** The present status of a known job, then every new one, up to that of its end. */
    Multi<JobStatus> of(JobId job) {
        return Multi.createFrom().emitter(emitter -> follow(job, emitter), BackPressureStrategy.LATEST);
    }

    /** The present status of every job, then every new one of any. */
    Multi<JobStatus> ofAll() {
        Consumer<MultiEmitter<? super JobStatus>> follow = emitter -> {
            emitter.onTermination(board.listen(emitter::emit)::close);
            board.all().forEach(emitter::emit);
        };
        return Multi.createFrom().emitter(follow, MOST_WAITING);
    }

    private void follow(JobId job, MultiEmitter<? super JobStatus> emitter) {
        emitter.onTermination(board.listen(status -> {
            if (status.job().equals(job)) {
                tell(status, emitter);
            }
        })::close);
        board.find(job).ifPresent(status -> tell(status, emitter));
    }

    private static void tell(JobStatus status, MultiEmitter<? super JobStatus> emitter) {
        emitter.emit(status);
        if (status.state().ended()) {
            emitter.complete();
        }
    }
}
