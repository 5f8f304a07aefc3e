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
import io.smallrye.mutiny.Multi;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Jobs over HTTP. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs")
@APIResponse(
        responseCode = "4XX",
        description = "What is wrong, and where (RFC 9457)",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@Blocking
public class JobResource {

    private static final String BODIES =
            "The body is the video itself, with options in the query, or JSON that names a video in the store.";

    private final JobIntake intake;
    private final JobSubmission submission;
    private final JobStatusBoard board;
    private final JobEvents events;
    private final JobDownload download;

    JobResource(
            JobIntake intake, JobSubmission submission, JobStatusBoard board, JobEvents events, JobDownload download) {
        this.intake = intake;
        this.submission = submission;
        this.board = board;
        this.events = events;
        this.download = download;
    }

    /** Remasters a video that lies in the store. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Remaster a video", description = BODIES)
    @APIResponse(
            responseCode = "202",
            description = "The job's first status",
            content = @Content(schema = @Schema(implementation = JobStatus.class)))
    public Response remasterObject(JobRequest request, @HeaderParam("Idempotency-Key") String idempotencyKey) {
        if (request == null || request.object() == null || request.object().key() == null) {
            throw new InvalidRequestException("object.key", "name the video: {\"object\": {\"key\": \"…\"}}");
        }
        return accepted(intake.ofStoredObject(request, newJobId(idempotencyKey)));
    }

    /** Remasters the video in the body, which goes straight to the store without being held in memory. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Remaster a video", description = BODIES)
    public Response remasterUpload(
            InputStream video,
            @BeanParam UploadParameters parameters,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        return accepted(intake.ofUpload(video, parameters, newJobId(idempotencyKey)));
    }

    /** All jobs, the latest first. */
    @GET
    @Operation(summary = "All jobs, the latest first")
    public List<JobStatus> list() {
        return board.all();
    }

    @GET
    @Path("{job}")
    @Operation(summary = "How far a job is")
    public JobStatus status(@PathParam("job") String job) {
        return existing(job);
    }

    /** How a job goes on, as server-sent events; they end with the job. */
    @GET
    @Path("{job}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "How a job goes on, as server-sent events that end with the job")
    public Multi<JobStatus> follow(@PathParam("job") String job) {
        return events.of(existing(job).job());
    }

    /** How all jobs go on, as server-sent events without end. */
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "How all jobs go on, as server-sent events without end")
    public Multi<JobStatus> followAll() {
        return events.ofAll();
    }

    /** The film that a job has made. */
    @GET
    @Path("{job}/result")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "The film that a job has made")
    public Response result(@PathParam("job") String job) {
        return download.film(existing(job));
    }

    /** A picture out of the middle of the source. */
    @GET
    @Path("{job}/before.png")
    @Produces("image/png")
    @Operation(summary = "A picture out of the middle of the source")
    public Response pictureBefore(@PathParam("job") String job) {
        return download.pictureBefore(existing(job));
    }

    /** The same picture, remastered. */
    @GET
    @Path("{job}/after.png")
    @Produces("image/png")
    @Operation(summary = "The same picture, remastered")
    public Response pictureAfter(@PathParam("job") String job) {
        return download.pictureAfter(existing(job));
    }

    /** What the film was found to be, before it was published or refused. */
    @GET
    @Path("{job}/verification.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How the film compares with its source, also where it was not published for that")
    public Response verification(@PathParam("job") String job) {
        return download.verification(existing(job));
    }

    /** The same for people. */
    @GET
    @Path("{job}/verification.html")
    @Produces(MediaType.TEXT_HTML)
    @Operation(summary = "How the film compares with its source, as a page with pictures")
    public Response verificationPage(@PathParam("job") String job) {
        return download.verificationPage(existing(job));
    }

    /** What was computed of the film, from left to right. */
    @GET
    @Path("{job}/drawings.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The share of each frame on which the network was run, and where drawings are held")
    public Response drawings(@PathParam("job") String job) {
        return download.drawings(existing(job));
    }

    /** Asks for the end of a job. */
    @DELETE
    @Path("{job}")
    @Operation(summary = "Ask for the end of a job")
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

    private Response accepted(VideoArrived arrival) {
        return Response.accepted(board.expect(firstStatus(arrival)))
                .location(URI.create("/api/v1/jobs/" + arrival.job()))
                .build();
    }

    private static JobStatus firstStatus(VideoArrived arrival) {
        return new JobStatus(
                arrival.tenant(),
                arrival.job(),
                JobState.ACCEPTED,
                arrival.name(),
                arrival.request().networkNames(),
                null,
                0,
                null,
                0,
                0,
                List.of(),
                null,
                null,
                false,
                arrival.retryOf(),
                arrival.acceptedAt(),
                arrival.acceptedAt(),
                StageTimings.NONE,
                null,
                arrival.request().profile(),
                arrival.request().picture());
    }
}
