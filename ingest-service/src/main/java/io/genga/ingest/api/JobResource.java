package io.genga.ingest.api;

import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.event.StageTimings;
import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.ingest.submission.InvalidRequestException;
import io.genga.ingest.submission.JobSubmission;
import io.genga.runtime.jobs.JobStatusBoard;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

/** Jobs over HTTP. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class JobResource {

    private final JobIntake intake;
    private final JobSubmission submission;
    private final JobStatusBoard board;

    JobResource(JobIntake intake, JobSubmission submission, JobStatusBoard board) {
        this.intake = intake;
        this.submission = submission;
        this.board = board;
    }

    /** Remasters a video that lies in the store. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response remasterObject(JobRequest request, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        if (request == null || request.object() == null || request.object().key() == null) {
            throw new InvalidRequestException("object.key", "name the video: {\"object\": {\"key\": \"…\"}}");
        }
        return accepted(intake.ofStoredObject(request, newJobId(idempotencyKey)));
    }

    /** Remasters the video in the body, which goes straight to the store without being held in memory. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Response remasterUpload(
            InputStream video,
            @BeanParam UploadParameters parameters,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        return accepted(intake.ofUpload(video, parameters, newJobId(idempotencyKey)));
    }

    /** All jobs, the latest first. */
    @GET
    public List<JobStatus> list() {
        return board.all();
    }

    @GET
    @Path("{job}")
    public JobStatus status(@PathParam("job") String job) {
        return existing(job);
    }

    /** Asks for the end of a job. */
    @DELETE
    @Path("{job}")
    public Response cancel(@PathParam("job") String job) {
        JobStatus status = existing(job);
        if (!status.state().ended()) {
            submission.cancel(status.tenant(), status.job());
        }
        return Response.accepted(status).build();
    }

    private JobStatus existing(String job) {
        try {
            return board.find(new JobId(job)).orElseThrow(() -> new NotFoundException("there is no job " + job));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e.getMessage(), e);
        }
    }

    private static JobId newJobId(String idempotencyKey) {
        return idempotencyKey == null ? JobId.random() : JobId.ofIdempotencyKey(TenantId.DEFAULT, idempotencyKey);
    }

    private static Response accepted(VideoArrived arrival) {
        return Response.accepted(firstStatus(arrival))
                .location(URI.create("/api/v1/jobs/" + arrival.job()))
                .build();
    }

    private static JobStatus firstStatus(VideoArrived arrival) {
        return new JobStatus(
                arrival.tenant(),
                arrival.job(),
                JobState.ACCEPTED,
                arrival.name(),
                arrival.request().network().name(),
                null,
                0,
                null,
                0,
                0,
                null,
                null,
                false,
                arrival.retryOf(),
                arrival.acceptedAt(),
                arrival.acceptedAt(),
                StageTimings.NONE);
    }
}
