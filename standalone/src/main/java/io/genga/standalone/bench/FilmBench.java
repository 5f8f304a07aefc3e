package io.genga.standalone.bench;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.request.DrawingReuse;
import io.genga.frames.FramePool;
import io.genga.standalone.film.ChunkFrames;
import io.genga.standalone.film.ChunksInOrder;
import io.genga.standalone.film.FilmPlan;
import io.genga.standalone.film.FilmProgress;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.reuse.Likeness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a network on a film as workers do, once with each setting of the reuse, and nothing else: what decoding and encoding take is not measured. Memory
 * does not grow with the film.
 */
public final class FilmBench {

    /** So many frames come before the first run: until then Java compiles what runs often. */
    private static final int WARM_UP_FRAMES = 6;

    /** Of the squares in which likeness is promised, in pixels of the film. */
    private static final int SQUARE = 64;

    private final BenchOrder order;
    private final Plan plan;
    private final InferenceSession session;
    private final FilmProgress progress;
    private final FramePool frames = new FramePool();
    private final Map<DrawingReuse, Likeness> likeness = new EnumMap<>(DrawingReuse.class);
    private long done;
    private boolean warm;

    private FilmBench(BenchOrder order, Plan plan, InferenceSession session, FilmProgress progress) {
        this.order = order;
        this.plan = plan;
        this.session = session;
        this.progress = progress;
    }

    /**
     * @throws io.genga.media.probe.RefusedMediaException where the film could not be remastered
     * @throws io.genga.media.decode.MediaCorruptException where it cannot be decoded to its end
     * @throws IOException where there is no room for a chunk of it
     */
    public static BenchResult run(BenchOrder order, FilmProgress progress) throws IOException {
        Plan plan = FilmPlan.of(order.film(), order.sha256(), order.network().manifest(), order.request());
        try (InferenceSession session =
                InferenceSession.open(order.network(), order.device().device(), order.shapes())) {
            return new FilmBench(order, plan, session, progress).run();
        }
    }

    private BenchResult run() throws IOException {
        lap(Math.min(WARM_UP_FRAMES, order.mostFrames()), Map.of());
        for (DrawingReuse reuse : DrawingReuse.values()) {
            if (reuse != DrawingReuse.OFF && session.manifest().possibleReuse(reuse) == reuse) {
                likeness.put(reuse, new Likeness(SQUARE * session.manifest().scale()));
            }
        }
        List<Map<DrawingReuse, Lap>> runs = new ArrayList<>();
        done = 0;
        warm = true;
        for (int run = 0; run < order.runs(); run++) {
            runs.add(lap(order.mostFrames(), run == 0 ? likeness : Map.of()));
        }
        return new BenchResult(plan, order.device().device().toString(), session.shapes(), runs, likeness);
    }

    private Map<DrawingReuse, Lap> lap(long mostFrames, Map<DrawingReuse, Likeness> compared) throws IOException {
        Map<DrawingReuse, Lap> laps = new EnumMap<>(DrawingReuse.class);
        Path work = Files.createTempDirectory("genga-bench");
        long end = mostFrames > Long.MAX_VALUE - done ? Long.MAX_VALUE : done + mostFrames;
        try (ChunksInOrder chunks = new ChunksInOrder(work)) {
            chunks.cut(order.film(), plan, (chunk, packets) -> race(chunk, packets, end, compared)
                    .forEach((reuse, lap) -> laps.merge(reuse, lap, Lap::plus)));
        } finally {
            Files.delete(work);
        }
        return laps;
    }

    private Map<DrawingReuse, Lap> race(
            PlannedChunk chunk, Path packets, long end, Map<DrawingReuse, Likeness> compared) {
        if (done >= end) {
            return Map.of();
        }
        try (Race race = new Race(session, plan, chunk, frames, compared)) {
            ChunkFrames.of(packets, plan, chunk, frames, (source, rgb) -> {
                race.run(rgb);
                done++;
                if (warm) {
                    progress.advanced(done, order.runs() * Math.min(order.mostFrames(), plan.frameCount()));
                }
                return done < end;
            });
            return race.laps();
        }
    }
}
