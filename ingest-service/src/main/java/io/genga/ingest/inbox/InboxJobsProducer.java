package io.genga.ingest.inbox;

import io.genga.ingest.submission.JobSubmission;
import io.genga.ingest.submission.NetworkRegistry;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.jobs.JobStatusBoard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The inbox's jobs of this JVM. */
@ApplicationScoped
public class InboxJobsProducer {

    @Produces
    @Singleton
    InboxJobs inboxJobs(ObjectStore store, JobStatusBoard board, JobSubmission submission, NetworkRegistry networks) {
        return new InboxJobs(store, job -> board.find(job).isPresent(), submission, networks);
    }
}
