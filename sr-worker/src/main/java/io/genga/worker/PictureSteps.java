package io.genga.worker;

import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.media.resize.LanczosResizer;
import io.genga.worker.pipeline.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What the plan does to the R′G′B′ pictures of a chunk before the network is given them, and to those that it makes. */
final class PictureSteps implements AutoCloseable {

    private final PixelLayout rgb;
    private final FramePool frames;
    private final List<Stage.Between> before = new ArrayList<>();
    private final List<Stage.Between> after = new ArrayList<>();
    private final Deque<Runnable> closing = new ArrayDeque<>();

    private PictureSteps(PixelLayout rgb, FramePool frames) {
        this.rgb = rgb;
        this.frames = frames;
    }

    /** @param rgb layout of the pictures */
    static PictureSteps open(Plan plan, PlannedChunk chunk, PixelLayout rgb, FramePool frames) {
        PictureSteps steps = new PictureSteps(rgb, frames);
        try {
            steps.add(plan, chunk);
            return steps;
        } catch (RuntimeException e) {
            steps.close();
            throw e;
        }
    }

    List<Stage.Between> beforeNetwork() {
        return before;
    }

    List<Stage.Between> afterNetwork() {
        return after;
    }

    private void add(Plan plan, PlannedChunk chunk) {
        PlannedNetwork network = plan.network();
        PictureSize source = plan.source().size();
        PictureSize target = plan.target().size();
        if (network.strength() != null) {
            SourceMixture mixture = new SourceMixture(network.strength(), rgb, source, target, frames);
            closing.push(mixture::close);
            before.add(seeing("keep", picture -> {
                if (chunk.keeps(picture.pts())) {
                    mixture.keep(picture);
                }
            }));
            after.add(seeing("mix", mixture::mixInto));
        }
        if (network.reducedTo() != null) {
            before.add(resizing("reduce", source, network.reducedTo()));
        }
        if (!network.outputSize(source).equals(target)) {
            after.add(0, resizing("resize", network.outputSize(source), target));
        }
    }

    private Stage.Step resizing(String name, PictureSize from, PictureSize to) {
        LanczosResizer resizer = new LanczosResizer(rgb, from, to, frames);
        closing.push(resizer::close);
        return new Stage.Step(name, resizer::resize);
    }

    private static Stage.Step seeing(String name, Consumer<Frame> work) {
        return new Stage.Step(name, picture -> {
            work.accept(picture);
            return picture;
        });
    }

    /** When no stage runs any more. */
    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
