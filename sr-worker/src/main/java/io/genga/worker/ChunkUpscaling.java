package io.genga.worker;

import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.WorkerId;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.frames.FramePool;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.instance.ScratchFolder;
import io.genga.runtime.plans.FetchedPlans;
import io.genga.runtime.work.ActiveWork;
import io.genga.runtime.work.StageClock;
import io.genga.upscaling.inference.InferenceSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Computes the result of a chunk: fetch, upscale, store. */
@ApplicationScoped
public class ChunkUpscaling {

    private final ObjectStore store;
    private final Instance instance;
    private final FetchedPlans plans;
    private final NetworkSessions sessions;
    private final ChunkResults results;
    private final FramePool frames = new FramePool();

    ChunkUpscaling(
            ObjectStore store, Instance instance, FetchedPlans plans, NetworkSessions sessions, ChunkResults results) {
        this.store = store;
        this.instance = instance;
        this.plans = plans;
        this.sessions = sessions;
        this.results = results;
    }

    /**
     * @param mustStop asked after every frame
     * @return empty where it was stopped; then nothing was stored
     */
    Optional<ChunkUpscaled> upscale(
            ChunkRequested request, AttemptId attempt, WorkerId worker, ActiveWork work, BooleanSupplier mustStop) {
        StageClock clock = new StageClock();
        try (ScratchFolder folder = instance.newScratchFolder("chunk")) {
            Path packets = folder.file("packets.nut");
            Path encoded = folder.file("result.nut");
            clock.timeRun("fetch", () -> store.fetch(request.packets(), packets));
            Plan plan = clock.time("fetch", () -> plans.get(request.plan()));
            PlannedChunk chunk = chunkOf(plan, request);
            ChunkInProgress inProgress = new ChunkInProgress(
                    request, plan, chunk, packets, encoded, frames, clock, work::framesDone, mustStop);
            Optional<InferenceFigures> figures = upscale(inProgress, folder);
            if (figures.isEmpty()) {
                return Optional.empty();
            }
            ObjectReference result = clock.time(
                    "store",
                    () -> results.put(request, attempt, encoded, figures.get().computed()));
            return Optional.of(completion(request, attempt, worker, result, clock, figures.get()));
        }
    }

    private Optional<InferenceFigures> upscale(ChunkInProgress chunk, ScratchFolder folder) {
        Plan plan = chunk.plan();
        List<InferenceSession> opened =
                plan.network().chain().stream().map(sessions::of).toList();
        return plan.network()
                .optionalWarmUp()
                .map(warmUp -> SequenceOfFrames.upscale(
                        chunk, opened.get(0), warmUp, new SurroundingChunks(store, plan, chunk.request(), folder)))
                .orElseGet(() -> SingleFrames.upscale(chunk, opened));
    }

    private static PlannedChunk chunkOf(Plan plan, ChunkRequested request) {
        if (request.chunk() >= plan.chunks().size()
                || !plan.chunks().get(request.chunk()).fingerprint().equals(request.fingerprint())) {
            throw new UnknownChunkException(
                    "the plan of job " + request.job() + " does not know chunk " + request.chunk() + " as requested");
        }
        return plan.chunks().get(request.chunk());
    }

    private static ChunkUpscaled completion(
            ChunkRequested request,
            AttemptId attempt,
            WorkerId worker,
            ObjectReference result,
            StageClock clock,
            InferenceFigures figures) {
        return new ChunkUpscaled(
                request.tenant(),
                request.job(),
                request.chunk(),
                request.fingerprint(),
                attempt,
                worker,
                result,
                request.frames(),
                false,
                clock.timings(),
                figures.reuse(),
                clock.pipeline(),
                figures.warmUpFrames());
    }
}
