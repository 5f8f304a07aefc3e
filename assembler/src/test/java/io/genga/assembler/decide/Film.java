package io.genga.assembler.decide;

import io.genga.contracts.event.AssemblyCompleted;
import io.genga.contracts.event.AssemblyFailed;
import io.genga.contracts.event.ChunkFailed;
import io.genga.contracts.event.ChunkReady;
import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.event.JobCommand;
import io.genga.contracts.event.PipelineTimings;
import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.event.StageTimings;
import io.genga.contracts.event.StageUse;
import io.genga.contracts.event.VerificationReport;
import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.event.VideoRejected;
import io.genga.contracts.event.VideoSplit;
import io.genga.contracts.event.WorkProgress;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.Fingerprint;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.id.WorkerId;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.object.SourceObject;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.X264Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the other services say about one job. */
record Film(JobId job, int chunks) {

    static final int FRAMES_OF_CHUNK = 48;
    static final WorkerId WORKER = new WorkerId("worker-1");
    static final TenantId TENANT = TenantId.DEFAULT;
    static final PipelineTimings PIPELINE = PipelineTimings.of(100, Map.of("infer", new StageUse(80, 15, 5)));

    static Film of(int chunks) {
        return new Film(JobId.random(), chunks);
    }

    /** Attempts in the order in which they began. */
    static AttemptId attempt(int number) {
        return new AttemptId(String.format(Locale.ROOT, "%026d", number));
    }

    VideoArrived arrived() {
        return new VideoArrived(
                TENANT,
                job,
                "Film",
                new SourceObject("genga", "inbox/default/film.mkv", 1, "etag", null),
                new RemasterRequest(
                        new NetworkReference("genga-cel-x2", sha256("network")),
                        X264Settings.DEFAULT,
                        OutputContainer.MATROSKA,
                        "film.mkv",
                        PoolName.CPU,
                        null,
                        DrawingReuse.DEFAULT,
                        null),
                DecideDriver.START,
                null);
    }

    VideoSplit split() {
        return new VideoSplit(
                TENANT, job, plan(), chunks, (long) chunks * FRAMES_OF_CHUNK, List.of(), timings("split"));
    }

    VideoRejected rejected() {
        return new VideoRejected(TENANT, job, "It is a playlist.");
    }

    JobCommand cancel() {
        return new JobCommand(TENANT, job, JobCommand.Command.CANCEL);
    }

    ChunkReady ready(int chunk) {
        return ready(chunk, PoolName.CPU);
    }

    ChunkReady ready(int chunk, PoolName pool) {
        return new ChunkReady(
                TENANT, job, chunk, fingerprint(chunk), pool, FRAMES_OF_CHUNK, plan(), object("chunk-" + chunk));
    }

    ChunkUpscaled upscaled(int chunk, AttemptId attempt) {
        return upscaled(chunk, attempt, false);
    }

    ChunkUpscaled upscaled(int chunk, AttemptId attempt, boolean reused) {
        return new ChunkUpscaled(
                TENANT,
                job,
                chunk,
                fingerprint(chunk),
                attempt,
                WORKER,
                object("result-" + chunk),
                FRAMES_OF_CHUNK,
                reused,
                timings("infer"),
                reused ? null : ReuseFigures.NONE,
                reused ? null : PIPELINE);
    }

    /** By a network that remembers. */
    ChunkUpscaled warmedUp(int chunk, AttemptId attempt, int frames) {
        return new ChunkUpscaled(
                TENANT,
                job,
                chunk,
                fingerprint(chunk),
                attempt,
                WORKER,
                object("result-" + chunk),
                FRAMES_OF_CHUNK,
                false,
                timings("infer"),
                null,
                PIPELINE,
                frames);
    }

    ChunkFailed failed(int chunk, AttemptId attempt, FailureKind kind) {
        return failed(chunk, attempt, kind, null);
    }

    ChunkFailed failed(int chunk, AttemptId attempt, FailureKind kind, Duration retryAfter) {
        return new ChunkFailed(
                TENANT, job, chunk, fingerprint(chunk), attempt, WORKER, kind, "out of memory", retryAfter);
    }

    WorkProgress splitStarted() {
        return progress(WorkProgress.Stage.SPLIT, null, attempt(1), WorkProgress.Phase.STARTED, 0);
    }

    WorkProgress started(int chunk, AttemptId attempt) {
        return progress(WorkProgress.Stage.CHUNK, chunk, attempt, WorkProgress.Phase.STARTED, 0);
    }

    WorkProgress heartbeat(int chunk, AttemptId attempt, long frames) {
        return progress(WorkProgress.Stage.CHUNK, chunk, attempt, WorkProgress.Phase.HEARTBEAT, frames);
    }

    WorkProgress assemblyStarted(AttemptId attempt) {
        return progress(WorkProgress.Stage.ASSEMBLY, null, attempt, WorkProgress.Phase.STARTED, 0);
    }

    AssemblyCompleted assembled(AttemptId attempt) {
        return new AssemblyCompleted(
                TENANT, job, attempt, WORKER, output(), (long) chunks * FRAMES_OF_CHUNK, timings("stitch"));
    }

    AssemblyFailed assemblyFailed(AttemptId attempt, FailureKind kind) {
        return new AssemblyFailed(TENANT, job, attempt, WORKER, kind, "the store is full");
    }

    AssemblyFailed refused(AttemptId attempt) {
        return new AssemblyFailed(
                TENANT,
                job,
                attempt,
                WORKER,
                FailureKind.RETRYABLE,
                "order: frame 7 shows frame 6",
                verification(false));
    }

    AssemblyCompleted verified(AttemptId attempt) {
        return new AssemblyCompleted(
                TENANT,
                job,
                attempt,
                WORKER,
                output(),
                (long) chunks * FRAMES_OF_CHUNK,
                timings("stitch"),
                verification(true));
    }

    VerificationReport verification(boolean passed) {
        return new VerificationReport(passed, object("verification.json"), object("verification.html"));
    }

    ObjectReference plan() {
        return object("plan");
    }

    ObjectReference output() {
        return object("film");
    }

    private WorkProgress progress(
            WorkProgress.Stage stage, Integer chunk, AttemptId attempt, WorkProgress.Phase phase, long frames) {
        return new WorkProgress(TENANT, job, stage, chunk, attempt, WORKER, phase, frames);
    }

    private static Fingerprint fingerprint(int chunk) {
        return new Fingerprint(sha256("fingerprint-" + chunk).value());
    }

    private ObjectReference object(String name) {
        return new ObjectReference("genga", job + "/" + name, 1, sha256(name));
    }

    private static Sha256 sha256(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static StageTimings timings(String stage) {
        return StageTimings.of(Map.of(stage, 10L));
    }
}
