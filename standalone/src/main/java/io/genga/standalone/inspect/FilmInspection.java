package io.genga.standalone.inspect;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.extractor.ExtractorConfiguration;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.media.convert.ColourConverter;
import io.genga.media.decode.ChunkDecoder;
import io.genga.media.encode.EncoderProbe;
import io.genga.media.plan.FilmPlanRequest;
import io.genga.media.plan.FilmPlanner;
import io.genga.media.probe.SourceDescription;
import io.genga.media.probe.SourceProbe;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.tile.NetworkPlanner;
import io.genga.upscaling.tile.TileShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes a film through all that happens to it before a network is run: it is planned, cut, decoded and converted as by the services, with their
 * defaults, and every frame is decided upon as by the workers. Memory and disk do not grow with the film.
 */
public final class FilmInspection {

    private static final Duration CHUNK_DURATION = Duration.parse(ExtractorConfiguration.DEFAULT_CHUNK_DURATION);

    /** Part of a chunk's fingerprint. */
    private static final int ENCODER_THREADS = Integer.parseInt(ExtractorConfiguration.DEFAULT_ENCODER_THREADS);

    private final InspectionOrder order;
    private final Plan plan;
    private final FramePool frames = new FramePool();
    private final FilmFindings findings;
    private final InspectionProgress progress;

    private FilmInspection(InspectionOrder order, Plan plan, InspectionProgress progress) {
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
    public static InspectedFilm inspect(InspectionOrder order, InspectionProgress progress) throws IOException {
        Path work = Files.createTempDirectory("genga-inspect");
        try (ChunksInOrder chunks = new ChunksInOrder(work)) {
            FilmInspection inspection = new FilmInspection(order, plan(order), progress);
            chunks.cut(order.film(), inspection.plan, inspection::inspect);
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
        try (ChunkDecoder decoder = ChunkDecoder.open(packets, plan, chunk, frames);
                ColourConverter converter = ColourConverter.forChunk(plan, frames);
                ChunkDecisions decisions = new ChunkDecisions(plan, chunk, order.network(), frames)) {
            for (Optional<Frame> next = decoder.next(); next.isPresent(); next = decoder.next()) {
                try (Frame source = next.get();
                        Frame rgb = converter.toRgb(source)) {
                    findings.add(chunk, source, rgb, decisions.decide(rgb));
                }
                progress.advanced(findings.frames(), plan.frameCount());
            }
        }
    }

    private static Plan plan(InspectionOrder order) throws IOException {
        Path film = order.film();
        NetworkManifest manifest = order.network();
        SourceDescription source =
                SourceProbe.probe(film, film.toString(), order.request().sourceSelection());
        PlannedNetwork network = NetworkPlanner.plan(
                manifest, order.request(), source.width(), source.height(), TileShape.DEFAULT_MAX_TILE_PIXELS);
        return new FilmPlanner(EncoderProbe.withThreads(ENCODER_THREADS))
                .plan(new FilmPlanRequest(
                        TenantId.DEFAULT,
                        JobId.random(),
                        film,
                        film.toString(),
                        new ObjectReference("none", "none", Files.size(film), order.sha256()),
                        order.request(),
                        network,
                        CHUNK_DURATION));
    }
}
