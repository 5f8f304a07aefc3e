package io.genga.ingest.inbox;

import io.genga.contracts.object.ObjectKeys;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.jobs.JobStatusBoard;
import io.genga.runtime.store.StoreConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Compares the inbox with the jobs, and starts what has none: whatever was lost on the way from the store, a video in the
 * inbox is remastered.
 */
@ApplicationScoped
public class InboxReconciler {

    private static final Duration CATCH_UP_LIMIT = Duration.ofMinutes(1);

    private final ObjectStore store;
    private final StoreConfiguration storeConfiguration;
    private final JobStatusBoard board;
    private final InboxJobs jobs;

    InboxReconciler(ObjectStore store, StoreConfiguration storeConfiguration, JobStatusBoard board, InboxJobs jobs) {
        this.store = store;
        this.storeConfiguration = storeConfiguration;
        this.board = board;
        this.jobs = jobs;
    }

    /**
     * Goes through the inbox once.
     *
     * @return how many jobs were started
     */
    public int reconcile() {
        board.awaitCaughtUp(CATCH_UP_LIMIT);
        int started = 0;
        try (Stream<ObjectHead> inbox = store.list(storeConfiguration.bucket(), ObjectKeys.inboxPrefix())) {
            for (Iterator<ObjectHead> objects = inbox.iterator(); objects.hasNext(); ) {
                started += jobs.startIfUnknown(objects.next().location()) ? 1 : 0;
            }
        }
        return started;
    }
}
