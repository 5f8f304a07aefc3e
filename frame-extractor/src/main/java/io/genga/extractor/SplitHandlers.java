package io.genga.extractor;

import io.genga.contracts.event.VideoArrived;
import io.genga.messaging.publish.EventPublisher;
import io.genga.messaging.work.WorkHandler;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.jobs.JobStatusBoard;
import io.genga.runtime.work.WorkReporter;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the handler of each slot. */
@ApplicationScoped
public class SplitHandlers {

    private final VideoSplitter splitter;
    private final JobStatusBoard board;
    private final WorkReporter reporter;
    private final EventPublisher publisher;
    private final Instance instance;

    SplitHandlers(
            VideoSplitter splitter,
            JobStatusBoard board,
            WorkReporter reporter,
            EventPublisher publisher,
            Instance instance) {
        this.splitter = splitter;
        this.board = board;
        this.reporter = reporter;
        this.publisher = publisher;
        this.instance = instance;
    }

    WorkHandler<VideoArrived> ofSlot(int slot) {
        return new SplitHandler(
                splitter, board::hasEnded, reporter, publisher, instance.worker("frame-extractor-" + slot));
    }
}
