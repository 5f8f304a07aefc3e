package io.genga.standalone.film;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.request.RemasterRequest;
import io.genga.extractor.ExtractorConfiguration;
import io.genga.media.encode.EncoderProbe;
import io.genga.media.plan.FilmPlanRequest;
import io.genga.media.plan.FilmPlanner;
import io.genga.media.probe.SourceDescription;
import io.genga.media.probe.SourceProbe;
import io.genga.upscaling.catalogue.NetworkChain;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.tile.NetworkPlanner;
import io.genga.upscaling.tile.TileShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The plan that the frame extractor would make of a film, with its defaults. */
public final class FilmPlan {

    private static final Duration CHUNK_DURATION = Duration.parse(ExtractorConfiguration.DEFAULT_CHUNK_DURATION);

    /** Part of a chunk's fingerprint. */
    private static final int ENCODER_THREADS = Integer.parseInt(ExtractorConfiguration.DEFAULT_ENCODER_THREADS);

    private FilmPlan() {}

    /**
     * @param sha256 of the film
     * @throws io.genga.media.probe.RefusedMediaException where the film could not be remastered
     */
    public static Plan of(Path film, Sha256 sha256, NetworkManifest network, RemasterRequest request)
            throws IOException {
        SourceDescription source = SourceProbe.probe(film, film.toString(), request.sourceSelection());
        PlannedNetwork planned = NetworkPlanner.plan(
                NetworkChain.of(network), request, source.size(), TileShape.DEFAULT_MAX_TILE_PIXELS);
        return new FilmPlanner(EncoderProbe.withThreads(ENCODER_THREADS))
                .plan(new FilmPlanRequest(
                        TenantId.DEFAULT,
                        JobId.random(),
                        film,
                        film.toString(),
                        new ObjectReference("none", "none", Files.size(film), sha256),
                        request,
                        planned,
                        CHUNK_DURATION));
    }
}
