package io.genga.assembler.decide;

import io.genga.assembler.decide.rules.DecideClock;
import io.genga.assembler.decide.rules.Decisions;
import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.assembler.decide.state.OpenJob;
import io.genga.assembler.decide.state.Subject;
import io.genga.assembler.decide.store.DecideStores;
import io.genga.contracts.event.JobEvent;
import io.genga.contracts.id.PoolName;
import io.genga.messaging.cloudevents.TraceContext;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Feeds events and due deadlines of one partition of jobs to their decisions. */
final class DecideProcessor implements Processor<String, JobEvent, String, JobEvent> {

    /** At once, so that even after a long stop one transaction stays far below its limit of 10 s. */
    private static final int MOST_DEADLINES = 500;

    private final DecideSettings settings;
    private final Set<PoolName> pools;

    private DecideClock clock;
    private DecideStores stores;
    private RecordOutbox outbox;
    private Decisions decisions;

    DecideProcessor(DecideSettings settings, Set<PoolName> pools) {
        this.settings = settings;
        this.pools = pools;
    }

    @Override
    public void init(ProcessorContext<String, JobEvent> context) {
        clock = new DecideClock(context::currentSystemTimeMs, settings.silence().dividedBy(3));
        stores = DecideStores.in(context);
        outbox = new RecordOutbox(context);
        decisions = new Decisions(settings, pools, clock, stores, outbox);
        context.schedule(settings.deadlineCheckInterval(), PunctuationType.WALL_CLOCK_TIME, time -> checkDeadlines());
    }

    @Override
    public void process(Record<String, JobEvent> message) {
        if (message.value() == null) {
            return;
        }
        TraceContext trace = TraceHeaders.read(message.headers());
        outbox.causedBy(trace);
        decisions.on(message.value(), trace);
    }

    private void checkDeadlines() {
        clock.tick();
        for (Subject due : stores.deadlines().takeDue(clock.now(), MOST_DEADLINES)) {
            outbox.causedBy(traceOf(due));
            decisions.on(due);
        }
    }

    private TraceContext traceOf(Subject due) {
        return stores.jobs()
                .find(due.job())
                .filter(OpenJob.class::isInstance)
                .map(job -> ((OpenJob) job).trace())
                .orElseGet(TraceContext::root);
    }
}
