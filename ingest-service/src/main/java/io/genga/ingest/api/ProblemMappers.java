package io.genga.ingest.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.genga.ingest.submission.InvalidRequestException;
import io.genga.messaging.publish.PublishException;
import io.genga.objectstore.ObjectMissingException;
import io.genga.objectstore.ObjectStoreUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Which exception becomes which status. */
public class ProblemMappers {

    @ServerExceptionMapper
    Response invalidRequest(InvalidRequestException e) {
        return problem(Response.Status.BAD_REQUEST, e.getMessage(), e.field());
    }

    @ServerExceptionMapper
    Response notYet(NotYetException e) {
        return problem(Response.Status.CONFLICT, e.getMessage(), null);
    }

    /** JSON of another shape; named as it is since Quarkus answers it without a body otherwise. */
    @ServerExceptionMapper
    Response misshapenBody(MismatchedInputException e) {
        return malformedBody(e);
    }

    /** Unknown paths and jobs, methods and media types that a path does not take, bodies that are no JSON. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException malformed) {
            return malformedBody(malformed);
        }
        return problem(Response.Status.fromStatusCode(e.getResponse().getStatus()), e.getMessage(), null);
    }

    @ServerExceptionMapper
    Response deleted(ObjectMissingException e) {
        return problem(Response.Status.NOT_FOUND, "it was deleted from the store: " + e.getMessage(), null);
    }

    @ServerExceptionMapper
    Response storeUnavailable(ObjectStoreUnavailableException e) {
        return problem(Response.Status.SERVICE_UNAVAILABLE, "the object store does not answer; try again later", null);
    }

    @ServerExceptionMapper
    Response kafkaUnavailable(PublishException e) {
        return problem(
                Response.Status.SERVICE_UNAVAILABLE,
                "Kafka did not confirm the request; send it again with the same Idempotency-Key",
                null);
    }

    private static Response malformedBody(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
        return problem(Response.Status.BAD_REQUEST, "the body is not the JSON of a job" + where, fieldOf(e));
    }

    private static String fieldOf(JsonProcessingException e) {
        return e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .filter(Objects::nonNull)
                        .reduce((outer, inner) -> outer + "." + inner)
                        .orElse(null)
                : null;
    }

    private static Response problem(Response.Status status, String detail, String field) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(status.getReasonPhrase(), status.getStatusCode(), detail, field))
                .build();
    }
}
