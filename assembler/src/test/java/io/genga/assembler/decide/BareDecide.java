package io.genga.assembler.decide;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.assembler.decide.store.DecideStores;
import io.genga.contracts.event.JobEvent;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The processor on its real stores, without codec and changelog. For very many events: {@link DecideDriver} forces its files
 * to the disk after each.
 */
final class BareDecide implements AutoCloseable {

    private static final Duration STEP = Duration.ofSeconds(15);

    private final List<StateStore> stores = new ArrayList<>();
    private final Map<String, List<JobEvent>> sent = new HashMap<>();
    private final MockProcessorContext<String, JobEvent> context;
    private final DecideProcessor decide;
    private long now = DecideDriver.START.toEpochMilli();

    BareDecide(DecideSettings settings, Path stateDirectory) {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), stateDirectory.toFile());
        context.setCurrentSystemTimeMs(now);
        Stream.concat(DecideStores.ofTask().stream(), Stream.of(DecideStores.ofEveryInstance()))
                .forEach(this::open);
        decide = new DecideProcessor(settings, Set.of(PoolName.CPU));
        decide.init(context);
    }

    void send(JobEvent event) {
        decide.process(new Record<>(event.job().value(), event, now));
        collect();
    }

    /** All that was ever sent to {@code topic}. */
    <E extends JobEvent> List<E> sent(Topic<E> topic) {
        return sent.getOrDefault(DecideTopology.sinkOf(topic), List.of()).stream()
                .map(topic.eventClass()::cast)
                .toList();
    }

    void forgetSent() {
        sent.clear();
    }

    void pass(Duration duration) {
        for (Duration left = duration; left.compareTo(Duration.ZERO) > 0; left = left.minus(STEP)) {
            now += STEP.toMillis();
            context.setCurrentSystemTimeMs(now);
            context.scheduledPunctuators()
                    .forEach(scheduled -> scheduled.getPunctuator().punctuate(now));
        }
        collect();
    }

    @Override
    public void close() {
        stores.forEach(StateStore::close);
    }

    private void open(StoreBuilder<?> builder) {
        StateStore store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        stores.add(store);
    }

    private void collect() {
        context.forwarded().forEach(forwarded -> sent.computeIfAbsent(
                        forwarded.childName().orElseThrow(), sink -> new ArrayList<>())
                .add(forwarded.record().value()));
        context.resetForwards();
    }
}
