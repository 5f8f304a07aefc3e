package io.genga.standalone.inspect;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.request.DrawingReuse;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.standalone.inspect.resolution.NativeHeightSearch;
import io.genga.upscaling.reuse.FrameDecision;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is found of a film, frame by frame. Not thread-safe. */
final class FilmFindings implements AutoCloseable {

    private final Plan plan;
    private final WholeFrames wholeFrames;
    private final SceneCuts cuts = new SceneCuts();
    private final ChosenScenes scenes = new ChosenScenes();
    private final List<InspectedFrame> frames = new ArrayList<>();
    private final Map<DrawingReuse, ReuseFigures> figures = new EnumMap<>(DrawingReuse.class);
    private final NativeHeightSearch nativeHeight;
    private SceneInProgress scene;

    FilmFindings(Plan plan, FramePool pool) {
        this.plan = plan;
        this.wholeFrames = new WholeFrames(pool);
        this.nativeHeight = new NativeHeightSearch(plan.frameCount());
    }

    /**
     * @param source the film's next frame, as it was decoded; stays the caller's
     * @param rgb the same, as networks see it; stays the caller's
     */
    void add(PlannedChunk chunk, Frame source, Frame rgb, Map<DrawingReuse, FrameDecision> decisions) {
        decisions.forEach((reuse, decision) -> figures.merge(reuse, decision.figures(), ReuseFigures::plus));
        FrameDecision decision = decisions.get(plan.network().reuse());
        boolean cut = cuts.isCut(rgb);
        InspectedFrame frame = new InspectedFrame(
                seconds(source.pts()),
                (double) decision.inferencePixels() / decision.framePixels(),
                kind(decision, source.pts() == chunk.firstPts()),
                cut,
                wholeFrames.keeps(source));
        if (cut) {
            endScene();
            scene = new SceneInProgress(frames.size(), frame.seconds(), rgb.format());
        }
        scene.add(rgb, decision);
        nativeHeight.add(source);
        frames.add(frame);
    }

    long frames() {
        return frames.size();
    }

    /** All of it, after the last frame. */
    InspectedFilm end() {
        endScene();
        return new InspectedFilm(plan, List.copyOf(frames), Map.copyOf(figures), scenes.inOrder(), nativeHeight.end());
    }

    private void endScene() {
        if (scene != null) {
            scenes.add(scene.end());
        }
    }

    private double seconds(long pts) {
        long first = plan.chunks().get(0).firstPts();
        return (double) (pts - first)
                * plan.source().timeBase().num()
                / plan.source().timeBase().den();
    }

    private static FrameKind kind(FrameDecision decision, boolean chunkStart) {
        if (chunkStart) {
            return FrameKind.CHUNK_START;
        }
        if (decision.tiles().isEmpty()) {
            return FrameKind.HELD;
        }
        return decision.keptPixels() == 0 ? FrameKind.WHOLE : FrameKind.PART;
    }

    @Override
    public void close() {
        wholeFrames.close();
    }
}
