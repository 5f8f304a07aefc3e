package io.genga.standalone.inspect;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.frames.FramePool;
import io.genga.standalone.film.ChunkFrames;
import io.genga.standalone.film.ChunksInOrder;
import io.genga.standalone.film.FilmPlan;
import io.genga.standalone.film.FilmProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes a film through all that happens to it before a network is run: it is planned, cut, decoded and converted as by the services, with their
 * defaults, and every frame is decided upon as by the workers. Memory and disk do not grow with the film.
 */
public final class FilmInspection {

    private final InspectionOrder order;
    private final Plan plan;
    private final FramePool frames = new FramePool();
    private final FilmFindings findings;
    private final FilmProgress progress;

    private FilmInspection(InspectionOrder order, Plan plan, FilmProgress progress) {
        this.order = order;
        this.plan = plan;
        this.progress = progress;
        this.findings = new FilmFindings(plan, frames);
    }

    /**
     * @throws io.genga.media.probe.RefusedMediaException where the film could not be remastered
     * @throws io.genga.media.decode.MediaCorruptException where it cannot be decoded to its end
     * @throws IOException where there is no room for a chunk of it
     */
    public static InspectedFilm inspect(InspectionOrder order, FilmProgress progress) throws IOException {
        Path work = Files.createTempDirectory("genga-inspect");
        try (ChunksInOrder chunks = new ChunksInOrder(work)) {
            Plan plan = FilmPlan.of(order.film(), order.sha256(), order.network(), order.request());
            FilmInspection inspection = new FilmInspection(order, plan, progress);
            chunks.cut(order.film(), plan, inspection::inspect);
            return inspection.end();
        } finally {
            Files.delete(work);
        }
    }

    private InspectedFilm end() {
        try (findings) {
            return findings.end();
        }
    }

    private void inspect(PlannedChunk chunk, Path packets) {
        try (ChunkDecisions decisions = new ChunkDecisions(plan, chunk, order.network(), frames)) {
            ChunkFrames.of(packets, plan, chunk, frames, (source, rgb) -> {
                findings.add(chunk, source, rgb, decisions.decide(rgb));
                progress.advanced(findings.frames(), plan.frameCount());
                return true;
            });
        }
    }
}
