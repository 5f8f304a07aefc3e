package io.genga.assembler.decide;

import io.genga.messaging.cloudevents.TraceContext;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The trace context in the headers of a record. */
final class TraceHeaders {

    private static final String TRACEPARENT = "traceparent";

    private TraceHeaders() {}

    /** A new trace where there is none. */
    static TraceContext read(Headers headers) {
        Header header = headers.lastHeader(TRACEPARENT);
        return TraceContext.ofHeader(header == null ? null : new String(header.value(), StandardCharsets.UTF_8));
    }

    static Headers of(TraceContext trace) {
        return new RecordHeaders().add(TRACEPARENT, trace.traceparent().getBytes(StandardCharsets.UTF_8));
    }
}
