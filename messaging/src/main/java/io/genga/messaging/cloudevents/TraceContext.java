package io.genga.messaging.cloudevents;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The W3C trace context of an event: what it belongs to, so that the way of a video can be followed through all services.
 *
 * @param traceparent {@code 00-<32 hex: trace>-<16 hex: span>-<2 hex: flags>}
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
public record TraceContext(String traceparent) {

    private static final Pattern SHAPE = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private static final int TRACE_START = 3;
    private static final int TRACE_END = 35;
    private static final String SAMPLED = "-01";

    public TraceContext {
        if (!SHAPE.matcher(traceparent).matches()) {
            throw new IllegalArgumentException("traceparent '" + traceparent + "' is not that of W3C Trace Context");
        }
    }

    /** The beginning of a new trace. */
    public static TraceContext root() {
        return new TraceContext("00-" + random(TRACE_BYTES) + "-" + random(SPAN_BYTES) + SAMPLED);
    }

    /** The context in {@code traceparent}, or a new trace where it is missing or malformed. */
    public static TraceContext ofHeader(String traceparent) {
        return traceparent != null && SHAPE.matcher(traceparent).matches() ? new TraceContext(traceparent) : root();
    }

    /** A step within the same trace. */
    public TraceContext child() {
        return new TraceContext(
                "00-" + traceparent.substring(TRACE_START, TRACE_END) + "-" + random(SPAN_BYTES) + SAMPLED);
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }
}
