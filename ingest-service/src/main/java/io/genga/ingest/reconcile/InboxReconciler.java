package io.genga.ingest.reconcile;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.SourceObject;
import io.genga.ingest.submission.InvalidRequestException;
import io.genga.ingest.submission.JobSubmission;
import io.genga.ingest.submission.NetworkRegistry;
import io.genga.ingest.submission.RemasterOptions;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.jobs.JobStatusBoard;
import io.genga.runtime.store.StoreConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the inbox with the jobs, and starts what has none: whatever was lost on the way from the store, a video in the
 * inbox is remastered.
 */
@ApplicationScoped
public class InboxReconciler {

    private static final Logger LOG = LoggerFactory.getLogger(InboxReconciler.class);
    private static final Duration CATCH_UP_LIMIT = Duration.ofMinutes(1);

    private final ObjectStore store;
    private final StoreConfiguration storeConfiguration;
    private final JobStatusBoard board;
    private final JobSubmission submission;
    private final NetworkRegistry networks;

    InboxReconciler(
            ObjectStore store,
            StoreConfiguration storeConfiguration,
            JobStatusBoard board,
            JobSubmission submission,
            NetworkRegistry networks) {
        this.store = store;
        this.storeConfiguration = storeConfiguration;
        this.board = board;
        this.submission = submission;
        this.networks = networks;
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
                started += startIfUnknown(objects.next()) ? 1 : 0;
            }
        }
        return started;
    }

    private boolean startIfUnknown(ObjectHead listed) {
        Optional<TenantId> tenant =
                ObjectKeys.tenantOfInboxKey(listed.location().key());
        Optional<ObjectHead> current = tenant.flatMap(known -> store.head(listed.location()));
        if (current.isEmpty() || isFolderMarker(listed)) {
            return false;
        }
        SourceObject source = sourceOf(current.get());
        JobId job = JobId.ofInboxObject(tenant.get(), source.bucket(), source.key(), source.revision());
        if (board.find(job).isPresent()) {
            return false;
        }
        return start(tenant.get(), job, source);
    }

    private boolean start(TenantId tenant, JobId job, SourceObject source) {
        String name = source.key().substring(source.key().lastIndexOf('/') + 1);
        try {
            submission.submit(new JobSubmission.NewJob(
                    tenant, job, name, source, RemasterOptions.DEFAULTS.toRequest(name, networks), null));
        } catch (InvalidRequestException e) {
            LOG.warn("{} in the inbox cannot become a job: {}", source.key(), e.getMessage());
            return false;
        }
        LOG.info("{} in the inbox becomes job {}", source.key(), job);
        return true;
    }

    /** Some clients create an empty object to show a folder. */
    private static boolean isFolderMarker(ObjectHead object) {
        return object.size() == 0 && object.location().key().endsWith("/");
    }

    private static SourceObject sourceOf(ObjectHead head) {
        return new SourceObject(
                head.location().bucket(), head.location().key(), head.size(), head.etag(), head.versionId());
    }
}
