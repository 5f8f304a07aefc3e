package io.genga.assembler.stitch;

import io.genga.contracts.event.AssemblyCompleted;
import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.event.VerificationReport;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.WorkerId;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.media.stitch.FilmStitcher;
import io.genga.media.stitch.StitchProgress;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.instance.ScratchFolder;
import io.genga.runtime.plans.FetchedPlans;
import io.genga.runtime.work.ActiveWork;
import io.genga.runtime.work.StageClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

/**
 * Makes a film of its chunks: fetch, stitch, verify, publish. The film is stored under its final key only once it has been
 * decoded and compared with its plan and its source, and appears there whole.
 */
@ApplicationScoped
public class FilmAssembly {

    private final ObjectStore store;
    private final Instance instance;
    private final FetchedPlans plans;
    private final FilmVerification verifications;
    private final FilmPictures pictures;

    FilmAssembly(
            ObjectStore store,
            Instance instance,
            FetchedPlans plans,
            FilmVerification verifications,
            FilmPictures pictures) {
        this.store = store;
        this.instance = instance;
        this.plans = plans;
        this.verifications = verifications;
        this.pictures = pictures;
    }

    /**
     * @param requireGoingOn called after every stitched frame and between the steps; what it throws ends the work, and nothing is
     *     published
     * @throws FilmRefusedException where the film must not be published
     */
    AssemblyCompleted assemble(
            AssemblyRequested request, AttemptId attempt, WorkerId worker, ActiveWork work, Runnable requireGoingOn) {
        StageClock clock = new StageClock();
        Plan plan = plans.get(request.plan());
        requireWinnerOfEveryChunk(request, plan);
        try (ScratchFolder folder = instance.newScratchFolder("assembly")) {
            Path source = folder.file("source");
            Path film = folder.file("film." + plan.target().container().extension());
            FetchedResults results = clock.time("fetch", () -> fetch(request, plan, source, folder, requireGoingOn));
            StitchProgress progress = frames -> {
                work.framesDone(frames);
                requireGoingOn.run();
            };
            clock.timeRun("stitch", () -> FilmStitcher.stitch(plan, results.files(), source, film, progress));
            VerificationReport verification = clock.time(
                    "verify",
                    () -> verifications.verify(request, plan, source, film, results.computed(), requireGoingOn));
            clock.timeRun("pictures", () -> pictures.publish(request, plan, source, film, folder));
            ObjectReference output = clock.time("publish", () -> store.put(outbox(request, plan), film));
            return new AssemblyCompleted(
                    request.tenant(),
                    request.job(),
                    attempt,
                    worker,
                    output,
                    plan.frameCount(),
                    clock.timings(),
                    verification);
        }
    }

    private static void requireWinnerOfEveryChunk(AssemblyRequested request, Plan plan) {
        if (request.winners().size() != plan.chunks().size()) {
            throw new AssemblyImpossibleException("job " + request.job() + " has "
                    + plan.chunks().size() + " chunks, but " + request.winners().size() + " results were named");
        }
    }

    private FetchedResults fetch(
            AssemblyRequested request, Plan plan, Path source, ScratchFolder folder, Runnable requireGoingOn) {
        store.fetch(plan.source().object(), source);
        return new ResultFetcher(store).fetch(request, plan, folder, requireGoingOn);
    }

    private static ObjectLocation outbox(AssemblyRequested request, Plan plan) {
        return new ObjectLocation(
                request.plan().bucket(),
                ObjectKeys.outbox(request.tenant(), request.job(), plan.target().outputName()));
    }
}
