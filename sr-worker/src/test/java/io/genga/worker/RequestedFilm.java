package io.genga.worker;

import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.X264Settings;
import io.genga.media.cut.ChunkCutter;
import io.genga.media.encode.EncoderProbe;
import io.genga.media.plan.FilmPlanRequest;
import io.genga.media.plan.FilmPlanner;
import io.genga.objectstore.ObjectLocation;
import io.genga.testsupport.store.TestStore;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkChain;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.tile.NetworkPlanner;
import io.genga.upscaling.tile.TileShape;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A film as workers meet it: plan and chunks in the store, a request for each chunk. */
record RequestedFilm(Plan plan, List<ChunkRequested> requests) {

    private static final int ENCODER_THREADS = 1;
    private static final Duration CHUNK_DURATION = Duration.ofMillis(500);

    /** Of a job of its own, upscaled by nearest-x2. */
    static RequestedFilm of(Path film, TestStore store, Path folder) throws IOException {
        return of(film, store, folder, plan -> plan);
    }

    /** @param change what makes the stored plan another than that of the film */
    static RequestedFilm of(Path film, TestStore store, Path folder, UnaryOperator<Plan> change) throws IOException {
        PlannedNetwork network = singleFrames();
        RemasterRequest request = request(network.reference(), new X264Settings(18, "ultrafast"), null);
        return of(film, store, folder, network, request, CHUNK_DURATION, change);
    }

    /** As it is planned for this network, lossless. */
    static RequestedFilm of(Path film, TestStore store, Path folder, PlannedNetwork network, Duration chunkDuration)
            throws IOException {
        return of(
                film,
                store,
                folder,
                network,
                request(network.reference(), new Ffv1Settings(), null),
                chunkDuration,
                plan -> plan);
    }

    /** As it is planned for pictures of 96x64, lossless. */
    static RequestedFilm of(Path film, TestStore store, Path folder, PictureSettings picture) throws IOException {
        NetworkManifest nearest =
                NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow().manifest();
        RemasterRequest request = request(singleFrames().reference(), new Ffv1Settings(), picture);
        PlannedNetwork network = NetworkPlanner.plan(
                NetworkChain.of(nearest), request, new PictureSize(96, 64), TileShape.DEFAULT_MAX_TILE_PIXELS);
        return of(film, store, folder, network, request, CHUNK_DURATION, plan -> plan);
    }

    private static RequestedFilm of(
            Path film,
            TestStore store,
            Path folder,
            PlannedNetwork network,
            RemasterRequest request,
            Duration chunkDuration,
            UnaryOperator<Plan> change)
            throws IOException {
        JobId job = JobId.random();
        ObjectReference source = store.put("uploads/" + job, film);
        Plan plan = change.apply(plan(film, job, source, network, request, chunkDuration));
        ObjectLocation at = new ObjectLocation(TestStore.BUCKET, ObjectKeys.plan(plan.tenant(), job));
        ObjectReference planReference = store.client().put(at, ContractJson.write(plan));
        List<ChunkRequested> requests = new ArrayList<>();
        new ChunkCutter(folder)
                .cut(
                        film,
                        plan,
                        chunk -> true,
                        (chunk, packets) -> requests.add(request(plan, chunk, planReference, store, packets)),
                        (done, total) -> {});
        return new RequestedFilm(plan, requests);
    }

    private static PlannedNetwork singleFrames() {
        NetworkManifest network =
                NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow().manifest();
        return new PlannedNetwork(
                new NetworkReference(network.name(), network.sha256()),
                network.precision(),
                network.scale(),
                TileShape.choose(network, 96, 64, TileShape.DEFAULT_MAX_TILE_PIXELS),
                DrawingReuse.OFF);
    }

    private static Plan plan(
            Path film,
            JobId job,
            ObjectReference source,
            PlannedNetwork network,
            RemasterRequest request,
            Duration chunkDuration) {
        FilmPlanner planner = new FilmPlanner(EncoderProbe.withThreads(ENCODER_THREADS));
        return planner.plan(
                new FilmPlanRequest(TenantId.DEFAULT, job, film, "film", source, request, network, chunkDuration));
    }

    private static RemasterRequest request(NetworkReference network, EncoderSettings encoder, PictureSettings picture) {
        return new RemasterRequest(
                network,
                encoder,
                OutputContainer.MATROSKA,
                "film.mkv",
                PoolName.CPU,
                null,
                DrawingReuse.OFF,
                null,
                null,
                null,
                null,
                picture,
                List.of());
    }

    private static ChunkRequested request(
            Plan plan, PlannedChunk chunk, ObjectReference planReference, TestStore store, Path packets) {
        return new ChunkRequested(
                plan.tenant(),
                plan.job(),
                chunk.index(),
                1,
                chunk.fingerprint(),
                PoolName.CPU,
                chunk.frameCount(),
                planReference,
                store.put(ObjectKeys.chunk(plan.tenant(), plan.chunkId(chunk.index())), packets));
    }
}
