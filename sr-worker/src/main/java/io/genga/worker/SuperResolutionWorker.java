package io.genga.worker;

import io.genga.contracts.id.PoolName;
import io.genga.contracts.topic.ShareGroups;
import io.genga.contracts.topic.Topics;
import io.genga.runtime.work.WorkSlots;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Takes requests of its pool from Kafka as long as the process runs. */
@ApplicationScoped
public class SuperResolutionWorker {

    private final WorkSlots slots;
    private final WorkerConfiguration configuration;
    private final InferenceDevice device;
    private final UpscaleHandlers handlers;

    SuperResolutionWorker(
            WorkSlots slots, WorkerConfiguration configuration, InferenceDevice device, UpscaleHandlers handlers) {
        this.slots = slots;
        this.configuration = configuration;
        this.device = device;
        this.handlers = handlers;
    }

    /** Fails, and the process with it, where networks cannot run on the device that was asked for. */
    void start(@Observes StartupEvent event) {
        device.require();
        PoolName pool = new PoolName(configuration.pool());
        slots.open(
                Topics.chunkRequested(pool), ShareGroups.workers(pool), "sr-worker", device.slots(), handlers::ofSlot);
    }
}
