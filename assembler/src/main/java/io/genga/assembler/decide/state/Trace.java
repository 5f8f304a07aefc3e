package io.genga.assembler.decide.state;

import com.fasterxml.jackson.annotation.JsonInclude;

/** @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a> */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trace(String traceparent, String tracestate) {}
