package io.genga.extractor;

import io.genga.contracts.topic.ShareGroups;
import io.genga.contracts.topic.Topics;
import io.genga.runtime.work.WorkSlots;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Takes arrivals from Kafka as long as the process runs. */
@ApplicationScoped
public class FrameExtractor {

    private final WorkSlots slots;
    private final ExtractorConfiguration configuration;
    private final SplitHandlers handlers;

    FrameExtractor(WorkSlots slots, ExtractorConfiguration configuration, SplitHandlers handlers) {
        this.slots = slots;
        this.configuration = configuration;
        this.handlers = handlers;
    }

    void start(@Observes StartupEvent event) {
        slots.open(
                Topics.VIDEO_ARRIVED,
                ShareGroups.FRAME_EXTRACTORS,
                "frame-extractor",
                configuration.slots(),
                handlers::ofSlot);
    }
}
