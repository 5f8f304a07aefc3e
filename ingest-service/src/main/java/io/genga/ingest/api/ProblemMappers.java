package io.genga.ingest.api;

import io.genga.ingest.submission.InvalidRequestException;
import io.genga.messaging.publish.PublishException;
import io.genga.objectstore.ObjectStoreUnavailableException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Which exception becomes which status. */
public class ProblemMappers {

    @ServerExceptionMapper
    Response invalidRequest(InvalidRequestException e) {
        return problem(Response.Status.BAD_REQUEST, e.getMessage(), e.field());
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException e) {
        return problem(Response.Status.NOT_FOUND, e.getMessage(), null);
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

    private static Response problem(Response.Status status, String detail, String field) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(status.getReasonPhrase(), status.getStatusCode(), detail, field))
                .build();
    }
}
