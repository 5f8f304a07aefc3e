package io.genga.assembler.stitch;

import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.object.ComputedShares;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.X264Settings;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.media.convert.ColourConverter;
import io.genga.media.cut.ChunkCutter;
import io.genga.media.decode.ChunkDecoder;
import io.genga.media.encode.ChunkEncoder;
import io.genga.media.encode.EncoderProbe;
import io.genga.media.plan.FilmPlanRequest;
import io.genga.media.plan.FilmPlanner;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectMetadata;
import io.genga.testsupport.picture.NearestNeighbour;
import io.genga.testsupport.store.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A film as stitchers meet it: source, plan and the results of all chunks in the store, and the request. */
record UpscaledFilm(Path source, Plan plan, ObjectReference planReference, List<AttemptId> winners) {

    private static final int SCALE = 2;
    private static final int ENCODER_THREADS = 1;
    private static final Duration CHUNK_DURATION = Duration.ofMillis(500);
    private static final NetworkReference NEAREST = new NetworkReference("nearest", new Sha256("0".repeat(64)));

    /** Of a job of its own. */
    static UpscaledFilm of(Path film, TestStore store, Path folder) throws IOException {
        return of(film, store, folder, PlantedFault.NONE);
    }

    /** Of a job of its own, by a worker that makes a fault. */
    static UpscaledFilm of(Path film, TestStore store, Path folder, PlantedFault fault) throws IOException {
        JobId job = JobId.random();
        Plan plan = plan(film, job, store.put(ObjectKeys.upload(TenantId.DEFAULT, job), film));
        ObjectLocation at = new ObjectLocation(TestStore.BUCKET, ObjectKeys.plan(plan.tenant(), job));
        ObjectReference planReference = store.client().put(at, ContractJson.write(plan));
        FramePool pool = new FramePool();
        List<Frame> enlarged = new ArrayList<>();
        new ChunkCutter(folder)
                .cut(
                        film,
                        plan,
                        chunk -> true,
                        (chunk, packets) -> enlarge(plan, chunk, packets, pool, enlarged),
                        (done, total) -> {});
        List<AttemptId> winners = new ArrayList<>();
        int first = 0;
        for (PlannedChunk chunk : plan.chunks()) {
            Path result = folder.resolve("result.nut");
            encode(plan, chunk, first, enlarged, fault, result, pool);
            AttemptId attempt = AttemptId.draw(Clock.systemUTC());
            store.client().put(result(plan, chunk, attempt), result, noted(chunk));
            winners.add(attempt);
            first += chunk.frameCount();
        }
        enlarged.forEach(Frame::close);
        return new UpscaledFilm(film, plan, planReference, winners);
    }

    AssemblyRequested request() {
        return request(winners);
    }

    AssemblyRequested request(List<AttemptId> named) {
        return new AssemblyRequested(plan.tenant(), plan.job(), 1, planReference, named);
    }

    ObjectLocation result(int chunk) {
        return result(plan, plan.chunks().get(chunk), winners.get(chunk));
    }

    /** As of a film of which every second drawing is held. */
    private static ObjectMetadata noted(PlannedChunk chunk) {
        double[] shares = new double[chunk.frameCount()];
        for (int frame = 0; frame < shares.length; frame++) {
            shares[frame] = frame == 0 ? 1 : frame % 2 == 1 ? 0 : 0.2;
        }
        return new ObjectMetadata(
                Map.of(ComputedShares.METADATA_NAME, ComputedShares.of(shares).text()));
    }

    private static ObjectLocation result(Plan plan, PlannedChunk chunk, AttemptId attempt) {
        return new ObjectLocation(TestStore.BUCKET, ObjectKeys.result(plan.tenant(), chunk.fingerprint(), attempt));
    }

    private static Plan plan(Path film, JobId job, ObjectReference source) {
        FilmPlanner planner = new FilmPlanner(EncoderProbe.withThreads(ENCODER_THREADS));
        return planner.plan(new FilmPlanRequest(
                TenantId.DEFAULT,
                job,
                film,
                "film",
                source,
                new RemasterRequest(
                        NEAREST,
                        new X264Settings(18, "ultrafast"),
                        OutputContainer.MATROSKA,
                        "film.mkv",
                        PoolName.CPU,
                        null,
                        DrawingReuse.OFF,
                        null),
                new PlannedNetwork(NEAREST, "fp32", SCALE, new PlannedTiles(96, 64, 0), DrawingReuse.OFF),
                CHUNK_DURATION));
    }

    private static void enlarge(Plan plan, PlannedChunk chunk, Path packets, FramePool pool, List<Frame> enlarged) {
        try (ChunkDecoder decoder = ChunkDecoder.open(packets, plan, chunk, pool);
                ColourConverter converter = ColourConverter.forChunk(plan, pool)) {
            for (Optional<Frame> next = decoder.next(); next.isPresent(); next = decoder.next()) {
                try (Frame yuv = next.get();
                        Frame rgb = converter.toRgb(yuv)) {
                    enlarged.add(NearestNeighbour.enlarge(rgb, SCALE, pool));
                }
            }
        }
    }

    /** @param first frame of the chunk, in the film */
    private static void encode(
            Plan plan,
            PlannedChunk chunk,
            int first,
            List<Frame> enlarged,
            PlantedFault fault,
            Path result,
            FramePool pool) {
        try (ColourConverter converter = ColourConverter.forChunk(fault.worker(plan), pool);
                ChunkEncoder encoder = ChunkEncoder.open(plan, result)) {
            for (int i = 0; i < chunk.frameCount(); i++) {
                Frame shown = enlarged.get(fault.shown(first + i));
                try (Frame inPlace = copy(shown, chunk.pts().get(i), pool);
                        Frame target = converter.toYuv(inPlace)) {
                    encoder.encode(target);
                }
            }
            encoder.finish();
        }
    }

    private static Frame copy(Frame frame, long pts, FramePool pool) {
        Frame copy = pool.acquire(frame.format(), pts, frame.colour());
        for (int plane = 0; plane < frame.format().planes(); plane++) {
            copy.plane(plane).put(0, frame.plane(plane), 0, frame.plane(plane).capacity());
        }
        return copy;
    }
}
