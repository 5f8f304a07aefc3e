package io.genga.worker;

import io.genga.contracts.event.ChunkRequested;
import io.genga.messaging.publish.EventPublisher;
import io.genga.messaging.work.WorkHandler;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.jobs.JobStatusBoard;
import io.genga.runtime.work.WorkReporter;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the handler of each slot. */
@ApplicationScoped
public class UpscaleHandlers {

    private final ChunkResults results;
    private final ChunkUpscaling upscaling;
    private final JobStatusBoard board;
    private final WorkReporter reporter;
    private final EventPublisher publisher;
    private final WorkerMetrics metrics;
    private final Instance instance;

    UpscaleHandlers(
            ChunkResults results,
            ChunkUpscaling upscaling,
            JobStatusBoard board,
            WorkReporter reporter,
            EventPublisher publisher,
            WorkerMetrics metrics,
            Instance instance) {
        this.results = results;
        this.upscaling = upscaling;
        this.board = board;
        this.reporter = reporter;
        this.publisher = publisher;
        this.metrics = metrics;
        this.instance = instance;
    }

    WorkHandler<ChunkRequested> ofSlot(int slot) {
        return new UpscaleHandler(
                results,
                upscaling,
                board::hasEnded,
                reporter,
                publisher,
                metrics,
                instance.worker("sr-worker-" + slot));
    }
}
