package io.genga.standalone.job;

import io.genga.contracts.event.JobStatus;
import io.genga.contracts.id.Fingerprint;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.store.StoreConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a remastered film has left in the store. */
@ApplicationScoped
public class FinishedJob {

    private final ObjectStore store;
    private final StoreConfiguration configuration;

    FinishedJob(ObjectStore store, StoreConfiguration configuration) {
        this.store = store;
        this.configuration = configuration;
    }

    public boolean filmIsThere(JobStatus status) {
        return status.output() != null
                && store.head(ObjectLocation.of(status.output())).isPresent();
    }

    /** Copies the film out; it appears at {@code target} whole or not at all. */
    public void fetchFilm(JobStatus status, Path target) {
        store.fetch(status.output(), target);
    }

    /**
     * Copies the page out that says how the film compares with its source, also of a film that was not published.
     *
     * @return false where the job wrote none
     */
    public boolean fetchVerification(JobStatus status, Path target) {
        if (status.verification() == null) {
            return false;
        }
        store.fetch(status.verification().page(), target);
        return true;
    }

    /** When each chunk of the film was first computed, in the order of the film. */
    public ChunkHistory chunks(JobStatus status) {
        List<Instant> computed = new ArrayList<>();
        for (PlannedChunk chunk : plan(status).chunks()) {
            firstResult(status, chunk.fingerprint()).ifPresent(computed::add);
        }
        return new ChunkHistory(computed);
    }

    private Optional<Instant> firstResult(JobStatus status, Fingerprint fingerprint) {
        try (Stream<ObjectHead> results =
                store.list(configuration.bucket(), ObjectKeys.results(status.tenant(), fingerprint))) {
            return results.map(ObjectHead::lastModified).min(Instant::compareTo);
        }
    }

    /**
     * Deletes all that the platform keeps of this work, the film and earlier tries included; the status of each try stays.
     *
     * @param firstTry of the work that {@code status} finished
     */
    public void delete(JobId firstTry, JobStatus status) {
        for (PlannedChunk chunk : plan(status).chunks()) {
            store.deleteAll(configuration.bucket(), ObjectKeys.results(status.tenant(), chunk.fingerprint()));
        }
        for (JobId job = firstTry; !job.equals(status.job()); job = job.nextTry()) {
            deleteTry(status.tenant(), job);
        }
        deleteTry(status.tenant(), status.job());
    }

    private void deleteTry(TenantId tenant, JobId job) {
        String bucket = configuration.bucket();
        store.deleteAll(bucket, ObjectKeys.uploads(tenant, job));
        store.deleteAll(bucket, ObjectKeys.jobPrefix(tenant, job));
        store.deleteAll(bucket, ObjectKeys.outboxPrefix(tenant, job));
    }

    private Plan plan(JobStatus status) {
        ObjectLocation at = new ObjectLocation(configuration.bucket(), ObjectKeys.plan(status.tenant(), status.job()));
        try (InputStream json = store.open(at)) {
            return ContractJson.read(json.readAllBytes(), Plan.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the plan " + at + " cannot be read", e);
        }
    }
}
