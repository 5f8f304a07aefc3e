package io.genga.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.id.PoolName;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedChunk;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.topic.Topics;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.media.convert.ColourConverter;
import io.genga.media.decode.ChunkDecoder;
import io.genga.media.encode.ChunkEncoder;
import io.genga.messaging.work.Done;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.messaging.RecordingEventPublisher;
import io.genga.testsupport.messaging.SingleAttempt;
import io.genga.testsupport.network.SofteningNetwork;
import io.genga.testsupport.store.TestStore;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkChain;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.inference.Device;
import io.genga.upscaling.inference.InferenceSession;
import io.genga.upscaling.inference.TiledUpscaler;
import io.genga.upscaling.tile.NetworkPlanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From requests to stored results with networks that run one after another, against a real store, decoder and encoder. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainTest {

    private static final int WIDTH = 200;
    private static final int HEIGHT = 120;
    private static final int FRAMES = 24;
    private static final long PIXELS = (long) WIDTH * HEIGHT * FRAMES;

    /** Several to each frame. */
    private static final int TILE_PIXELS = 96 * 96;

    private final CataloguedNetwork softening =
            CataloguedNetwork.of(softeningManifest(), SofteningNetwork.onnx(), SofteningNetwork.NAME);
    private final CataloguedNetwork enlarging =
            NetworkCatalogue.builtIn().find("genga-cel-x2").orElseThrow();
    private final FramePool frames = new FramePool();
    private Path folder;
    private TestStore store;
    private TestWorker worker;

    @BeforeAll
    void start(@TempDir Path directory) {
        folder = directory;
        store = TestStore.start(directory.resolve("store"));
        worker = new TestWorker(store, directory.resolve("scratch"));
        worker.networks().store(softening);
    }

    @AfterAll
    void stop() {
        worker.close();
        store.close();
    }

    @Test
    void the_result_is_that_of_one_network_after_the_other() throws IOException {
        RequestedFilm film = film(moving(), DrawingReuse.OFF, softening, enlarging);
        Path expected = folder.resolve("expected.nut");
        oneAfterTheOther(film, expected);

        ChunkUpscaled chunk = upscale(film);

        assertThat(film.plan().network().earlier().get(0).tiles().halo()).isPositive();
        assertThat(fetched(chunk)).hasSameBinaryContentAs(expected);
        assertThat(chunk.reuse()).isNull();
        assertThat(chunk.pipeline().stages()).containsOnlyKeys("decode", "to-rgb", "infer", "from-rgb", "encode");
    }

    @Test
    void what_is_kept_exactly_changes_nothing() throws IOException {
        Path source = partlyHeld();

        ChunkUpscaled computed = upscale(film(source, DrawingReuse.OFF, softening, enlarging));
        ChunkUpscaled kept = upscale(film(source, DrawingReuse.EXACT, softening, enlarging));

        assertThat(kept.reuse().keptPixels()).isPositive();
        assertThat(kept.result().sha256()).isEqualTo(computed.result().sha256());
    }

    @ParameterizedTest
    @EnumSource(
            value = DrawingReuse.class,
            names = {"EXACT", "FAITHFUL", "FAST"})
    void what_the_first_network_keeps_the_others_keep_too(DrawingReuse reuse) throws IOException {
        ReuseFigures figures =
                upscale(film(held(), reuse, softening, enlarging, softening)).reuse();

        long ofAllNetworks = PIXELS + PIXELS + 4 * PIXELS;
        assertThat(figures.framePixels()).isEqualTo(ofAllNetworks);
        assertThat(figures.keptPixels()).isEqualTo(ofAllNetworks * (FRAMES - 1) / FRAMES);
        assertThat(figures.inferencePixelShare()).isLessThan(0.1);
    }

    @Test
    void the_promise_is_kept_by_each_network_and_told_of_all() throws IOException {
        Path source = partlyHeld();

        ReuseFigures one =
                upscale(film(source, DrawingReuse.FAITHFUL, enlarging)).reuse();
        ReuseFigures two = upscale(film(source, DrawingReuse.FAITHFUL, softening, enlarging))
                .reuse();

        assertThat(two.framePixels()).isEqualTo(2 * one.framePixels());
        assertThat(two.samples()).isGreaterThan(one.samples());
        assertThat(two.inferencePixelShare()).isLessThan(0.9);
    }

    private void oneAfterTheOther(RequestedFilm film, Path encoded) {
        Plan plan = film.plan();
        PlannedNetwork second = plan.network();
        PlannedNetwork first = second.earlier().get(0);
        PlannedChunk chunk = plan.chunks().get(0);
        Path packets = folder.resolve("packets.nut");
        store.client().fetch(film.requests().get(0).packets(), packets);
        try (InferenceSession softeningSession = InferenceSession.open(softening, new Device.Cpu(1));
                InferenceSession enlargingSession = InferenceSession.open(enlarging, new Device.Cpu(1));
                TiledUpscaler soften = new TiledUpscaler(softeningSession, first.tiles(), frames);
                TiledUpscaler enlarge = new TiledUpscaler(enlargingSession, second.tiles(), frames);
                ChunkDecoder decoder = ChunkDecoder.open(packets, plan, chunk, frames);
                ColourConverter converter = ColourConverter.forChunk(plan, frames);
                ChunkEncoder encoder = ChunkEncoder.open(plan, encoded)) {
            for (Optional<Frame> next = decoder.next(); next.isPresent(); next = decoder.next()) {
                try (Frame source = next.get();
                        Frame rgb = converter.toRgb(source);
                        Frame softened = soften.upscale(rgb);
                        Frame larger = enlarge.upscale(softened);
                        Frame result = converter.toYuv(larger)) {
                    encoder.encode(result);
                }
            }
            encoder.finish();
        }
    }

    private ChunkUpscaled upscale(RequestedFilm film) {
        RecordingEventPublisher published = new RecordingEventPublisher();
        assertThat(film.requests()).hasSize(1);
        assertThat(worker.handler(store, published, job -> false)
                        .handle(film.requests().get(0), SingleAttempt.undisturbed()))
                .isInstanceOf(Done.class);
        assertThat(published.on(Topics.CHUNK_FAILED)).isEmpty();
        return published.on(Topics.CHUNK_UPSCALED).get(0);
    }

    private Path fetched(ChunkUpscaled chunk) {
        Path result = folder.resolve("result.nut");
        store.client().fetch(chunk.result(), result);
        return result;
    }

    private static Path moving() {
        return lossless(FilmRecipe.testPicture(WIDTH, HEIGHT, 24, FRAMES));
    }

    /** One picture, whose counter is the only thing that moves in it for a while. */
    private static Path partlyHeld() {
        return lossless(
                FilmRecipe.testPicture(WIDTH, HEIGHT, 24, FRAMES).filtered("fps=6,fps=24,trim=end_frame=" + FRAMES));
    }

    private static Path held() {
        return lossless(FilmRecipe.testPicture(WIDTH, HEIGHT, 24, FRAMES)
                .filtered("select='lt(n,1)',loop=loop=" + (FRAMES - 1) + ":size=1,setpts=N/24/TB"));
    }

    private static Path lossless(FilmRecipe recipe) {
        return recipe.encoded("-c:v", "ffv1", "-pix_fmt", "yuv444p").in("mkv").make();
    }

    /** In one chunk. */
    private RequestedFilm film(Path source, DrawingReuse reuse, CataloguedNetwork... networks) throws IOException {
        List<NetworkReference> references =
                List.of(networks).stream().map(ChainTest::reference).toList();
        RemasterRequest request = new RemasterRequest(
                references.get(references.size() - 1),
                new Ffv1Settings(),
                OutputContainer.MATROSKA,
                "film.mkv",
                PoolName.CPU,
                null,
                reuse,
                null,
                null,
                null,
                null,
                null,
                references.subList(0, references.size() - 1));
        NetworkChain chain = new NetworkChain(
                List.of(networks).stream().map(CataloguedNetwork::manifest).toList());
        PlannedNetwork planned = NetworkPlanner.plan(chain, request, new PictureSize(WIDTH, HEIGHT), TILE_PIXELS);
        return RequestedFilm.of(source, store, folder, planned, Duration.ofHours(1));
    }

    private static NetworkReference reference(CataloguedNetwork network) {
        return new NetworkReference(
                network.manifest().name(), network.manifest().sha256());
    }

    private static NetworkManifest softeningManifest() {
        return NetworkManifest.fromYaml(SofteningNetwork.manifest().getBytes(StandardCharsets.UTF_8), "softening");
    }
}
