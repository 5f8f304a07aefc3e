package io.genga.assembler.decide;

import io.genga.assembler.decide.state.Trace;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The trace context in the headers of a record. */
final class TraceHeaders {

    private static final String TRACEPARENT = "traceparent";
    private static final String TRACESTATE = "tracestate";

    private TraceHeaders() {}

    static Trace read(Headers headers) {
        return new Trace(text(headers, TRACEPARENT), text(headers, TRACESTATE));
    }

    static Headers of(Trace trace) {
        Headers headers = new RecordHeaders();
        add(headers, TRACEPARENT, trace.traceparent());
        add(headers, TRACESTATE, trace.tracestate());
        return headers;
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void add(Headers headers, String name, String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
