package io.genga.assembler.decide.rules;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.assembler.decide.state.Job;
import io.genga.assembler.decide.state.OpenJob;
import io.genga.assembler.decide.state.Subject;
import io.genga.assembler.decide.store.DecideStores;
import io.genga.contracts.event.JobEvent;
import io.genga.contracts.id.PoolName;
import io.genga.messaging.cloudevents.TraceContext;
import java.util.Collection;
import java.util.function.UnaryOperator;

/**
 * What follows from an event or a deadline: the rule it falls under, then the requests that have become possible, then what
 * others are told. Not thread-safe.
 */
public final class Decisions {

    private final DecideClock clock;
    private final DecideStores stores;
    private final SplitRules split;
    private final ChunkFailures chunkFailures;
    private final ChunkRequests chunkRequests;
    private final AssemblyRules assembly;
    private final EventRules events;
    private final JobStatuses statuses;
    private final JobEnding ending;

    public Decisions(
            DecideSettings settings,
            Collection<PoolName> pools,
            DecideClock clock,
            DecideStores stores,
            Outbox outbox) {
        this.clock = clock;
        this.stores = stores;
        this.split = new SplitRules(settings, clock, stores.deadlines());
        this.chunkFailures = new ChunkFailures(settings, clock, stores.chunks(), stores.deadlines(), stores.backlogs());
        this.chunkRequests = new ChunkRequests(settings, clock, stores.chunks(), stores.deadlines(), outbox);
        this.assembly = new AssemblyRules(settings, clock, stores.chunks(), stores.deadlines(), outbox);
        ChunkRules chunks = new ChunkRules(clock, stores.chunks(), split, pools);
        this.events = new EventRules(new JobRules(), split, chunks, chunkFailures, assembly);
        this.statuses = new JobStatuses(clock, outbox);
        this.ending = new JobEnding(settings, clock, stores, outbox);
    }

    /** @param trace of {@code event} */
    public void on(JobEvent event, TraceContext trace) {
        Job job = stores.jobs().find(event.job()).orElseGet(() -> firstHeardOf(event, trace));
        decide(job, open -> events.apply(open, event));
    }

    /** @param due whose deadline has come */
    public void on(Subject due) {
        stores.jobs().find(due.job()).ifPresent(job -> on(due, job));
    }

    private void on(Subject due, Job job) {
        if (due instanceof Subject.OfRetention) {
            ending.retentionDue(job);
        } else if (due instanceof Subject.OfSplit) {
            decide(job, split::due);
        } else if (due instanceof Subject.OfChunk chunk) {
            decide(job, open -> chunkFailures.due(open, chunk.id()));
        } else if (due instanceof Subject.OfAssembly) {
            decide(job, assembly::due);
        }
    }

    private Job firstHeardOf(JobEvent event, TraceContext trace) {
        OpenJob job = OpenJob.firstHeardOf(event.tenant(), event.job(), clock.now(), trace);
        ending.remember(job, job.firstHeardAt());
        return job;
    }

    private void decide(Job job, UnaryOperator<OpenJob> rule) {
        if (job instanceof OpenJob before) {
            OpenJob ruled = rule.apply(before);
            conclude(before, ruled.active() ? request(ruled) : ruled);
        }
    }

    private OpenJob request(OpenJob job) {
        return assembly.requestWhenUpscaled(chunkRequests.spendCredit(job));
    }

    private void conclude(OpenJob before, OpenJob after) {
        if (after.arrived() && after.ending() != null) {
            ending.end(after);
        } else if (!after.equals(before)) {
            stores.jobs().put(after);
        }
        statuses.publishChange(before, after);
    }
}
