package io.genga.assembler.decide;

import io.genga.assembler.decide.rules.Outbox;
import io.genga.contracts.event.JobEvent;
import io.genga.contracts.topic.Topic;
import io.genga.messaging.cloudevents.TraceContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Forwards events to the sinks of their topics, in the trace of what caused them. */
final class RecordOutbox implements Outbox {

    private final ProcessorContext<String, JobEvent> context;
    private TraceContext cause = TraceContext.root();

    RecordOutbox(ProcessorContext<String, JobEvent> context) {
        this.context = context;
    }

    void causedBy(TraceContext trace) {
        cause = trace;
    }

    @Override
    public <E extends JobEvent> void send(Topic<E> topic, E event) {
        Record<String, JobEvent> message =
                new Record<>(event.job().value(), event, context.currentSystemTimeMs(), TraceHeaders.of(cause));
        context.forward(message, DecideTopology.sinkOf(topic));
    }
}
