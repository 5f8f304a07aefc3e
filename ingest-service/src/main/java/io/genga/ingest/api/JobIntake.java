package io.genga.ingest.api;

import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.SourceObject;
import io.genga.contracts.request.RemasterRequest;
import io.genga.ingest.submission.InvalidRequestException;
import io.genga.ingest.submission.JobSubmission;
import io.genga.ingest.submission.NetworkRegistry;
import io.genga.ingest.submission.RemasterOptions;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.store.StoreConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/** Turns what a client sends into a job; every option is checked before a byte is stored. */
@ApplicationScoped
public class JobIntake {

    private final ObjectStore store;
    private final StoreConfiguration storeConfiguration;
    private final NetworkRegistry networks;
    private final JobSubmission submission;

    JobIntake(
            ObjectStore store,
            StoreConfiguration storeConfiguration,
            NetworkRegistry networks,
            JobSubmission submission) {
        this.store = store;
        this.storeConfiguration = storeConfiguration;
        this.networks = networks;
        this.submission = submission;
    }

    VideoArrived ofStoredObject(JobRequest request, JobId job) {
        String bucket = request.object().bucket() == null
                ? storeConfiguration.bucket()
                : request.object().bucket();
        ObjectLocation location = new ObjectLocation(bucket, request.object().key());
        String name = fileName(location.key());
        RemasterOptions options = request.options() == null ? RemasterOptions.DEFAULTS : request.options();
        RemasterRequest remaster = options.toRequest(name, networks);
        ObjectHead head = store.head(location)
                .orElseThrow(() -> new InvalidRequestException(
                        "object.key", "there is no object '" + location.key() + "' in bucket '" + bucket + "'"));
        return submit(job, name, sourceOf(head), remaster);
    }

    VideoArrived ofUpload(InputStream video, UploadParameters parameters, JobId job) {
        if (parameters.name == null || parameters.name.isBlank()) {
            throw new InvalidRequestException("name", "say what the video is called: ?name=film.mkv");
        }
        RemasterRequest remaster = parameters.options().toRequest(parameters.name, networks);
        ObjectLocation location =
                new ObjectLocation(storeConfiguration.bucket(), ObjectKeys.upload(TenantId.DEFAULT, job));
        store.put(location, video);
        ObjectHead head = store.head(location).orElseThrow();
        return submit(job, parameters.name, sourceOf(head), remaster);
    }

    private VideoArrived submit(JobId job, String name, SourceObject source, RemasterRequest request) {
        return submission.submit(new JobSubmission.NewJob(TenantId.DEFAULT, job, name, source, request, null));
    }

    private static SourceObject sourceOf(ObjectHead head) {
        return new SourceObject(
                head.location().bucket(), head.location().key(), head.size(), head.etag(), head.versionId());
    }

    private static String fileName(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }
}
