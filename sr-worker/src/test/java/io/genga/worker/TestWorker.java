package io.genga.worker;

import io.genga.contracts.id.JobId;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.networks.PlatformNetworks;
import io.genga.runtime.plans.FetchedPlans;
import io.genga.runtime.store.StoreConfiguration;
import io.genga.runtime.work.WorkConfiguration;
import io.genga.runtime.work.WorkReporter;
import io.genga.testsupport.messaging.RecordingEventPublisher;
import io.genga.testsupport.store.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The parts of a worker, put together by hand; inference has one thread. */
final class TestWorker implements AutoCloseable {

    private final SmallRyeConfig config;
    private final Instance instance;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PlatformNetworks networks;
    private final NetworkSessions sessions;

    /** @param store where networks come from; stays open */
    TestWorker(TestStore store, Path scratch) {
        config = new SmallRyeConfigBuilder()
                .withMapping(StoreConfiguration.class)
                .withMapping(WorkConfiguration.class)
                .withMapping(WorkerConfiguration.class)
                .withDefaultValue("genga.store.bucket", TestStore.BUCKET)
                .withDefaultValue("genga.store.access-key", "unused")
                .withDefaultValue("genga.store.secret-key", "unused")
                .withDefaultValue("genga.worker.inference-threads", "1")
                .build();
        instance = new Instance("sr-worker", Optional.of("test"), Optional.of(scratch), List.of("cpu"));
        networks = new PlatformNetworks(store.client(), config.getConfigMapping(StoreConfiguration.class), instance);
        sessions = new NetworkSessions(
                networks,
                new InferenceDevice(config.getConfigMapping(WorkerConfiguration.class)),
                new WorkerMetrics(meters));
    }

    PlatformNetworks networks() {
        return networks;
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    /** @param store where chunks come from and results go */
    UpscaleHandler handler(TestStore store, RecordingEventPublisher published, Predicate<JobId> ended) {
        ChunkResults results = new ChunkResults(store.client());
        return new UpscaleHandler(
                results,
                new ChunkUpscaling(store.client(), instance, new FetchedPlans(store.client()), sessions, results),
                ended,
                new WorkReporter(published, config.getConfigMapping(WorkConfiguration.class)),
                published,
                new WorkerMetrics(meters),
                instance.worker("sr-worker-0"));
    }

    @Override
    public void close() {
        sessions.close();
    }
}
