package io.genga.contracts;

import io.genga.contracts.event.AssemblyCompleted;
import io.genga.contracts.event.AssemblyFailed;
import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.event.ChunkFailed;
import io.genga.contracts.event.ChunkReady;
import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.event.Event;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.event.JobCommand;
import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.event.PipelineTimings;
import io.genga.contracts.event.PoolBacklog;
import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.event.StageTimings;
import io.genga.contracts.event.StageUse;
import io.genga.contracts.event.UsedNetwork;
import io.genga.contracts.event.VerificationReport;
import io.genga.contracts.event.VideoArrived;
import io.genga.contracts.event.VideoCancelled;
import io.genga.contracts.event.VideoFailed;
import io.genga.contracts.event.VideoRejected;
import io.genga.contracts.event.VideoRemastered;
import io.genga.contracts.event.VideoSplit;
import io.genga.contracts.event.WorkProgress;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.ChunkId;
import io.genga.contracts.id.Fingerprint;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.id.WorkerId;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.object.SourceObject;
import io.genga.contracts.plan.ChunkRecipe;
import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedConversion;
import io.genga.contracts.plan.PlannedEncoder;
import io.genga.contracts.plan.PlannedIntermediate;
import io.genga.contracts.plan.PlannedLoss;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedSource;
import io.genga.contracts.plan.PlannedTarget;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.ProfileReference;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.SourceSelection;
import io.genga.contracts.request.X264Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One example of everything that services say to each other. */
final class ContractSamples {

    private static final TenantId TENANT = new TenantId("acme");
    private static final JobId JOB = new JobId("00112233445566778899aabbccddeeff");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final AttemptId ATTEMPT = new AttemptId("01JDCEXAMP1E00000000000000");
    private static final WorkerId WORKER = new WorkerId("host-4711.sr-worker-0");
    private static final Fingerprint FINGERPRINT = new Fingerprint("9c".repeat(32));
    private static final Sha256 CONTENT = Sha256.of("content".getBytes(StandardCharsets.UTF_8));
    private static final NetworkReference NETWORK = new NetworkReference("genga-cel-x2", CONTENT);
    private static final ProfileReference PROFILE = new ProfileReference("web", 1, CONTENT);
    private static final RemasterRequest REQUEST = new RemasterRequest(
            NETWORK,
            X264Settings.DEFAULT,
            OutputContainer.MATROSKA,
            "film.mkv",
            PoolName.CPU,
            null,
            DrawingReuse.OFF,
            new SourceSelection(null, Set.of(AllowedLoss.DATA, AllowedLoss.SUBTITLE_FORMAT, AllowedLoss.HDR10_PLUS)),
            PROFILE,
            null);
    private static final String NOTE = "It is interlaced (top field first), and was deinterlaced.";
    private static final StageTimings TIMINGS = StageTimings.of(Map.of("decode", 12L, "infer", 340L));
    private static final PipelineTimings PIPELINE =
            PipelineTimings.of(400, Map.of("decode", new StageUse(12, 0, 380), "infer", new StageUse(340, 5, 0)));
    private static final ReuseFigures REUSE = new ReuseFigures(1_000_000, 250_000, 800_000, 4, 8.0, 5.5);
    private static final ObjectReference PLAN = reference(ObjectKeys.plan(TENANT, JOB));
    private static final ObjectReference PACKETS = reference(ObjectKeys.chunk(TENANT, new ChunkId(JOB, 3)));
    private static final ObjectReference OUTPUT = reference(ObjectKeys.outbox(TENANT, JOB, "film.mkv"));

    private static final List<UsedNetwork> NETWORKS =
            List.of(new UsedNetwork("genga-cel-x2", CONTENT, "fp32", "CC0-1.0"));

    private ContractSamples() {}

    static List<Event> events() {
        return List.of(
                new VideoArrived(
                        TENANT,
                        JOB,
                        "film.mkv",
                        new SourceObject("genga", "inbox/acme/film.mkv", 1_000_000, "d41d8cd9", "v7"),
                        REQUEST,
                        NOON,
                        new JobId("ffeeddccbbaa99887766554433221100")),
                new VideoSplit(
                        TENANT,
                        JOB,
                        PLAN,
                        4,
                        181,
                        List.of("#2 data (bin_data) left out"),
                        TIMINGS,
                        List.of(NOTE),
                        NETWORKS),
                new VideoRejected(TENANT, JOB, "film.mkv has no video stream: give a file with one"),
                new ChunkReady(TENANT, JOB, 3, FINGERPRINT, PoolName.CPU, 48, PLAN, PACKETS),
                new ChunkRequested(TENANT, JOB, 3, 1, FINGERPRINT, PoolName.CPU, 48, PLAN, PACKETS),
                new ChunkUpscaled(
                        TENANT,
                        JOB,
                        3,
                        FINGERPRINT,
                        ATTEMPT,
                        WORKER,
                        reference(ObjectKeys.result(TENANT, FINGERPRINT, ATTEMPT)),
                        48,
                        false,
                        TIMINGS,
                        REUSE,
                        PIPELINE,
                        8),
                new ChunkFailed(
                        TENANT,
                        JOB,
                        3,
                        FINGERPRINT,
                        ATTEMPT,
                        WORKER,
                        FailureKind.RETRYABLE,
                        "out of memory",
                        Duration.ofSeconds(30)),
                new AssemblyRequested(TENANT, JOB, 1, PLAN, List.of(ATTEMPT)),
                new AssemblyCompleted(TENANT, JOB, ATTEMPT, WORKER, OUTPUT, 181, TIMINGS, verification(true)),
                new AssemblyFailed(
                        TENANT,
                        JOB,
                        ATTEMPT,
                        WORKER,
                        FailureKind.RETRYABLE,
                        "order: frame 7 shows frame 6",
                        verification(false)),
                new VideoRemastered(TENANT, JOB, OUTPUT, 181, NOON),
                new VideoFailed(TENANT, JOB, true, "film.mkv has no video stream: give a file with one", NOON),
                new VideoCancelled(TENANT, JOB, NOON),
                new JobStatus(
                        TENANT,
                        JOB,
                        JobState.UPSCALING,
                        "film.mkv",
                        "genga-cel-x2",
                        181L,
                        96,
                        4,
                        2,
                        1,
                        List.of("#2 data (bin_data) left out"),
                        null,
                        null,
                        false,
                        null,
                        NOON,
                        NOON.plusSeconds(7),
                        TIMINGS,
                        REUSE,
                        verification(true),
                        PIPELINE,
                        List.of(NOTE),
                        PROFILE,
                        24L,
                        NETWORKS,
                        new PictureSettings(720, 2160, 80)),
                new WorkProgress(
                        TENANT, JOB, WorkProgress.Stage.CHUNK, 3, ATTEMPT, WORKER, WorkProgress.Phase.HEARTBEAT, 17),
                new JobCommand(TENANT, JOB, JobCommand.Command.CANCEL),
                new PoolBacklog(PoolName.CPU, 12, NOON));
    }

    private static VerificationReport verification(boolean passed) {
        return new VerificationReport(
                passed,
                new ObjectReference("genga", ObjectKeys.verification(TENANT, JOB), 2_000, CONTENT),
                new ObjectReference("genga", ObjectKeys.verificationPage(TENANT, JOB), 300_000, CONTENT));
    }

    static Plan plan() {
        ColourTags colour = new ColourTags("smpte170m", "smpte170m", "smpte170m", "tv", "left");
        PlannedSource source = new PlannedSource(
                reference("inbox/acme/film.mkv"),
                "mov",
                "h264",
                0,
                new Rational(1, 19184),
                640,
                480,
                "yuv420p",
                new Rational(1, 1),
                colour,
                List.of(new PlannedLoss(2, "#2 data (bin_data)")),
                new PlannedIntermediate("ffv1", null, null),
                List.of(
                        "It has too few pictures at which decoding may start, and was decoded once, without loss, to be cut."),
                List.of(new PlannedConversion(3, "#3 subtitle (mov_text, jpn)", "subrip")),
                List.of("HDR10+"));
        PlannedEncoder encoder =
                new PlannedEncoder(X264Settings.DEFAULT, "libx264 165, libavcodec 62.11.100", 2, 2, CONTENT);
        PlannedTarget target = new PlannedTarget(
                OutputContainer.MATROSKA, "film.mkv", 1280, 960, "yuv420p", new Rational(1, 1), colour, encoder, null);
        PlannedNetwork network =
                new PlannedNetwork(NETWORK, "fp32", 2, new PlannedTiles(330, 250, 10), DrawingReuse.OFF);
        return new Plan(
                Plan.VERSION,
                TENANT,
                JOB,
                source,
                target,
                network,
                List.of(
                        new PlannedChunk(
                                0, fingerprint(source, target, network, 0, 1600), 0, 4, List.of(0L, 800L, 1600L)),
                        new PlannedChunk(
                                1, fingerprint(source, target, network, 2400, 3200), 3, 3, List.of(2400L, 3200L))));
    }

    /** With networks before the last, and with all that may be done to pictures around them. */
    static Plan planOfChain() {
        Plan plan = plan();
        PlannedNetwork network = plan.network();
        PlannedTiles tiles = new PlannedTiles(480, 360, 0);
        NetworkReference cleaning = new NetworkReference("waifu2x-cunet-noise1-x1", CONTENT);
        PlannedNetwork chain = new PlannedNetwork(
                NETWORK,
                network.precision(),
                network.scale(),
                tiles,
                DrawingReuse.FAITHFUL,
                true,
                null,
                new PictureSize(480, 360),
                80,
                List.of(new PlannedNetwork(cleaning, "fp32", 1, tiles, DrawingReuse.EXACT)));
        PlannedChunk chunk = plan.chunks().get(0);
        return new Plan(
                Plan.VERSION,
                TENANT,
                JOB,
                plan.source(),
                plan.target(),
                chain,
                List.of(new PlannedChunk(
                        0, fingerprint(plan.source(), plan.target(), chain, 0, 1600), 0, 4, chunk.pts())));
    }

    private static Fingerprint fingerprint(
            PlannedSource source, PlannedTarget target, PlannedNetwork network, long firstPts, long lastPts) {
        return ChunkRecipe.of(source, target, network, firstPts, lastPts).fingerprint();
    }

    private static ObjectReference reference(String key) {
        return new ObjectReference("genga", key, 1_000_000, CONTENT);
    }
}
