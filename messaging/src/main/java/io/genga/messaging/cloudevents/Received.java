package io.genga.messaging.cloudevents;

import io.genga.contracts.event.Event;

/** An event as it came from Kafka. */
public record Received<E extends Event>(E event, TraceContext trace) {}
