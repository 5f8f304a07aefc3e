package io.genga.assembler.stitch;

import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.topic.ShareGroups;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.publish.EventPublisher;
import io.genga.messaging.work.WorkHandler;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.jobs.JobStatusBoard;
import io.genga.runtime.work.WorkReporter;
import io.genga.runtime.work.WorkSlots;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes requests to assemble from Kafka. */
@ApplicationScoped
public class Stitcher {

    private final WorkSlots slots;
    private final FilmAssembly assembly;
    private final JobStatusBoard board;
    private final WorkReporter reporter;
    private final EventPublisher publisher;
    private final Instance instance;

    Stitcher(
            WorkSlots slots,
            FilmAssembly assembly,
            JobStatusBoard board,
            WorkReporter reporter,
            EventPublisher publisher,
            Instance instance) {
        this.slots = slots;
        this.assembly = assembly;
        this.board = board;
        this.reporter = reporter;
        this.publisher = publisher;
        this.instance = instance;
    }

    /** Opens as many slots as films may be stitched at the same time. */
    public void start(int slotCount) {
        slots.open(Topics.ASSEMBLY_REQUESTED, ShareGroups.STITCHERS, "stitcher", slotCount, this::handlerOfSlot);
    }

    private WorkHandler<AssemblyRequested> handlerOfSlot(int slot) {
        return new AssembleHandler(assembly, board::hasEnded, reporter, publisher, instance.worker("stitcher-" + slot));
    }
}
