package io.genga.standalone.job;

import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.SourceObject;
import io.genga.ingest.submission.JobSubmission;
import io.genga.ingest.submission.NetworkRegistry;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.store.StoreConfiguration;
import io.genga.standalone.order.UpscaleOrder;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands a film to the platform: its source and its networks to the store, its arrival to Kafka. */
@ApplicationScoped
public class FilmSubmission {

    private final ObjectStore store;
    private final StoreConfiguration configuration;
    private final NetworkRegistry networks;
    private final JobSubmission submission;

    FilmSubmission(
            ObjectStore store, StoreConfiguration configuration, NetworkRegistry networks, JobSubmission submission) {
        this.store = store;
        this.configuration = configuration;
        this.networks = networks;
        this.submission = submission;
    }

    /** What is in the store already is not copied again; submitting the same job again changes nothing. */
    public void submit(UpscaleOrder order, NextStep.Submit step) {
        ObjectLocation at = new ObjectLocation(configuration.bucket(), ObjectKeys.upload(TenantId.DEFAULT, step.job()));
        if (!isStored(at, order)) {
            store.put(at, order.source());
        }
        order.networks().stream()
                .flatMap(network -> network.optionalFile().stream())
                .map(CataloguedNetwork::fromFile)
                .forEach(networks::register);
        String name = order.source().getFileName().toString();
        submission.submit(new JobSubmission.NewJob(
                TenantId.DEFAULT, step.job(), name, stored(at), order.request(), step.retryOf()));
    }

    private boolean isStored(ObjectLocation at, UpscaleOrder order) {
        return store.head(at)
                .flatMap(ObjectHead::sha256)
                .filter(order.sourceSha256()::equals)
                .isPresent();
    }

    private SourceObject stored(ObjectLocation at) {
        ObjectHead head =
                store.head(at).orElseThrow(() -> new IllegalStateException(at + " vanished after it was stored"));
        return new SourceObject(at.bucket(), at.key(), head.size(), head.etag(), head.versionId());
    }
}
