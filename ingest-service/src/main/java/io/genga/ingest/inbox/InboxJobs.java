package io.genga.ingest.inbox;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.SourceObject;
import io.genga.ingest.submission.InvalidRequestException;
import io.genga.ingest.submission.JobSubmission;
import io.genga.ingest.submission.NetworkRegistry;
import io.genga.ingest.submission.RemasterOptions;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes jobs of the objects in the inbox. The id of a job follows from its object, so that whoever points at an object, and how
 * often, the same job is meant.
 */
public final class InboxJobs {

    private static final Logger LOG = LoggerFactory.getLogger(InboxJobs.class);

    private final ObjectStore store;
    private final Predicate<JobId> known;
    private final JobSubmission submission;
    private final NetworkRegistry networks;

    /** @param known the jobs that need no start; may lag behind the truth */
    public InboxJobs(ObjectStore store, Predicate<JobId> known, JobSubmission submission, NetworkRegistry networks) {
        this.store = store;
        this.known = known;
        this.submission = submission;
        this.networks = networks;
    }

    /**
     * Starts the job of an object that lies in a tenant's inbox; anything else, a missing object included, is passed over.
     *
     * @return whether a job was started
     */
    public boolean startIfUnknown(ObjectLocation location) {
        Optional<TenantId> tenant = ObjectKeys.tenantOfInboxKey(location.key());
        Optional<ObjectHead> current = tenant.flatMap(owner -> store.head(location));
        if (current.isEmpty() || isFolderMarker(current.get())) {
            return false;
        }
        SourceObject source = sourceOf(current.get());
        JobId job = JobId.ofInboxObject(tenant.get(), source.bucket(), source.key(), source.revision());
        return !known.test(job) && start(tenant.get(), job, source);
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
