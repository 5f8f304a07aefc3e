package io.genga.assembler.decide.store;

import io.genga.contracts.event.PoolBacklog;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps the latest backlog of every pool. */
public final class BacklogRecorder extends ContextualProcessor<String, PoolBacklog, Void, Void> {

    @Override
    public void process(Record<String, PoolBacklog> observed) {
        DecideStores.backlogs(context()).put(observed.key(), observed.value());
    }
}
