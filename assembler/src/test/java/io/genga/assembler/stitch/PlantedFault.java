package io.genga.assembler.stitch;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedTarget;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * What a worker does wrong.
 *
 * @param name for people
 * @param frames which frame of the film it shows in the place of each
 * @param colours by which it converts, of those that are planned and written
 */
record PlantedFault(String name, IntUnaryOperator frames, UnaryOperator<ColourTags> colours) {

    static final PlantedFault NONE = new PlantedFault("none", frame -> frame, colour -> colour);

    static PlantedFault ofFrames(String name, IntUnaryOperator frames) {
        return new PlantedFault(name, frames, colour -> colour);
    }

    static PlantedFault ofColours(String name, UnaryOperator<ColourTags> colours) {
        return new PlantedFault(name, frame -> frame, colours);
    }

    int shown(int frame) {
        return frames.applyAsInt(frame);
    }

    /** The plan as the worker understands it. */
    Plan worker(Plan plan) {
        PlannedTarget right = plan.target();
        PlannedTarget target = new PlannedTarget(
                right.container(),
                right.outputName(),
                right.width(),
                right.height(),
                right.pixelFormat(),
                right.sampleAspectRatio(),
                colours.apply(right.colour()),
                right.encoder(),
                right.hdr());
        return new Plan(
                plan.version(), plan.tenant(), plan.job(), plan.source(), target, plan.network(), plan.chunks());
    }

    @Override
    public String toString() {
        return name;
    }
}
