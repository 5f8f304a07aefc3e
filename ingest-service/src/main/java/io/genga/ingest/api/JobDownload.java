package io.genga.ingest.api;

import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.event.VerificationReport;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.ObjectReference;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a job has made, streamed from the store. */
@ApplicationScoped
public class JobDownload {

    private final ObjectStore store;

    JobDownload(ObjectStore store) {
        this.store = store;
    }

    /** @throws NotYetException where the job has made no film */
    Response film(JobStatus status) {
        ObjectReference film = outputOf(status);
        String name = film.key().substring(film.key().lastIndexOf('/') + 1);
        return Response.ok(store.open(ObjectLocation.of(film)), MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_LENGTH, film.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(name))
                .build();
    }

    /** @throws NotYetException where the job has made no film */
    Response pictureBefore(JobStatus status) {
        return picture(status, ObjectKeys.pictureBefore(status.tenant(), status.job()));
    }

    /** @throws NotYetException where the job has made no film */
    Response pictureAfter(JobStatus status) {
        return picture(status, ObjectKeys.pictureAfter(status.tenant(), status.job()));
    }

    /** @throws NotYetException where the job has made no film yet that could be verified */
    Response verification(JobStatus status) {
        return report(verificationOf(status).json(), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** @throws NotYetException where the job has made no film yet that could be verified */
    Response verificationPage(JobStatus status) {
        return report(
                        verificationOf(status).page(),
                        MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name()))
                .header("Content-Security-Policy", "default-src 'none'; img-src data:; style-src 'unsafe-inline'")
                .build();
    }

    /**
     * @throws NotYetException where the job has made no film yet
     * @throws NotFoundException where an older release made the film
     */
    Response drawings(JobStatus status) {
        ObjectLocation location = new ObjectLocation(
                verificationOf(status).json().bucket(), ObjectKeys.drawings(status.tenant(), status.job()));
        ObjectHead head = store.head(location)
                .orElseThrow(() -> new NotFoundException("nothing was noted of what was computed for job "
                        + status.job() + ": an older release made its film"));
        return Response.ok(store.open(head.location()), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /** Not to be kept: the film may be made and verified again. */
    private Response.ResponseBuilder report(ObjectReference report, MediaType type) {
        return Response.ok(store.open(ObjectLocation.of(report)), type).header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    private static VerificationReport verificationOf(JobStatus status) {
        if (status.verification() == null) {
            throw new NotYetException(
                    "job " + status.job() + " has no film that was verified: it is " + status.state());
        }
        return status.verification();
    }

    private Response picture(JobStatus status, String key) {
        ObjectLocation location = new ObjectLocation(outputOf(status).bucket(), key);
        ObjectHead head = store.head(location)
                .orElseThrow(() -> new NotFoundException("no picture of job " + status.job() + " was made"));
        return Response.ok(store.open(location))
                .header(HttpHeaders.CONTENT_LENGTH, head.size())
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .build();
    }

    private static ObjectReference outputOf(JobStatus status) {
        if (status.state() != JobState.REMASTERED) {
            throw new NotYetException("job " + status.job() + " has no film: it is " + status.state());
        }
        return status.output();
    }

    /** As RFC 8187 has it: percent-encoded, a space as {@code %20}. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
