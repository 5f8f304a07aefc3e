package io.genga.worker.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes frames through stages that work at the same time, each on a thread of its own, the last on the caller's. Frames keep their order.
 * As many are on their way as the hand-overs between the stages hold, and those that the stages have in hand, however many there are
 * in all. Where a stage fails or the last one stops, all stop at their next frame, and every frame on its way is closed.
 *
 * @param bound frames that wait between two stages at most, at least 1
 */
public record FramePipeline(Stage.Source source, List<Stage.Between> steps, Stage.Sink sink, int bound) {

    public FramePipeline {
        steps = List.copyOf(steps);
    }

    /**
     * Returns, or throws what a stage threw first, when all stages have ended. An interrupt changes nothing: the last stage decides
     * when to stop.
     */
    public PipelineResult run() {
        return new PipelineRun(this).run();
    }

    /** All, in the order in which frames pass them. */
    List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        stages.add(source);
        stages.addAll(steps);
        stages.add(sink);
        return stages;
    }
}
