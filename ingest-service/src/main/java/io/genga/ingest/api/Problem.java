package io.genga.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An error as clients see it (RFC 9457, problem details).
 *
 * @param field of the request that is wrong; null where none is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String title, int status, String detail, String field) {

    static final String MEDIA_TYPE = "application/problem+json";
}
