package io.genga.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.ChunkFailed;
import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.work.Done;
import io.genga.messaging.work.RetryLater;
import io.genga.messaging.work.WorkOutcome;
import io.genga.objectstore.ObjectLocation;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.messaging.RecordingEventPublisher;
import io.genga.testsupport.messaging.SingleAttempt;
import io.genga.testsupport.network.BothWaysNetwork;
import io.genga.testsupport.network.RememberingNetwork;
import io.genga.testsupport.store.TestStore;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From requests to stored results with a network that sees several frames, against a real store, decoder and encoder. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SequenceOfFramesTest {

    private static final int WIDTH = 50;
    private static final int HEIGHT = 38;
    private static final int FRAMES = 48;
    /** Chunks are of 6 frames, so that what is remembered reaches over several. */
    private static final Duration SHORT = Duration.ofMillis(250);

    private static final Duration WHOLE_FILM = Duration.ofHours(1);

    private Path folder;
    private TestStore store;
    private TestWorker worker;
    private CataloguedNetwork bothWays;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        folder = directory;
        bothWays = CataloguedNetwork.fromFile(BothWaysNetwork.write(directory, 8));
        store = TestStore.start(directory.resolve("store"));
        worker = new TestWorker(store, directory.resolve("scratch"));
        worker.networks().store(CataloguedNetwork.of(manifest(), RememberingNetwork.onnx(), "remembering"));
        worker.networks().store(bothWays);
    }

    @AfterAll
    void stop() {
        worker.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuv420p", "yuv444p10le"})
    void chunks_that_warm_up_on_all_before_them_are_as_the_whole_film_is(String pixelFormat) throws IOException {
        Path source = source(pixelFormat, FilmRecipe.testPicture(WIDTH, HEIGHT, 24, FRAMES));

        byte[] whole = pictures(source, 0, WHOLE_FILM, pixelFormat);
        byte[] chunked = pictures(source, FRAMES, SHORT, pixelFormat);

        assertThat(chunked).isEqualTo(whole);
    }

    @Test
    void with_less_warm_up_frames_after_a_border_are_less_alike() throws IOException {
        Path source = source("yuv420p", FilmRecipe.testPicture(WIDTH, HEIGHT, 24, FRAMES));

        byte[] whole = pictures(source, 0, WHOLE_FILM, "yuv420p");
        int without = largestDifference(whole, pictures(source, 0, SHORT, "yuv420p"));
        int little = largestDifference(whole, pictures(source, 2, SHORT, "yuv420p"));
        int more = largestDifference(whole, pictures(source, 5, SHORT, "yuv420p"));

        assertThat(without).isGreaterThan(2 * little);
        assertThat(little).isGreaterThan(2 * more);
        assertThat(more).isPositive();
    }

    @Test
    void chunks_of_a_network_that_goes_both_ways_are_as_the_whole_film_is_where_they_see_all_of_it()
            throws IOException {
        Path source = source("yuv420p", FilmRecipe.testPicture(WIDTH, HEIGHT, 24, FRAMES));

        byte[] whole = pictures(upscale(bothWays(source, 0, WHOLE_FILM)), "yuv420p");
        List<ChunkUpscaled> chunks = upscale(bothWays(source, FRAMES, SHORT));

        assertThat(pictures(chunks, "yuv420p")).isEqualTo(whole);
        assertThat(chunks).extracting(ChunkUpscaled::warmUpFrames).containsOnly(FRAMES - 6);
    }

    @Test
    void with_less_of_them_frames_before_a_border_are_less_alike_too() throws IOException {
        Path source = source("yuv420p", FilmRecipe.testPicture(WIDTH, HEIGHT, 24, FRAMES));

        byte[] whole = pictures(upscale(bothWays(source, 0, WHOLE_FILM)), "yuv420p");
        byte[] without = pictures(upscale(bothWays(source, 0, SHORT)), "yuv420p");
        byte[] little = pictures(upscale(bothWays(source, 3, SHORT)), "yuv420p");

        int frame = whole.length / FRAMES;
        assertThat(largestDifference(part(whole, 5, frame), part(without, 5, frame)))
                .isGreaterThan(2 * largestDifference(part(whole, 5, frame), part(little, 5, frame)))
                .isGreaterThan(largestDifference(part(whole, 3, frame), part(without, 3, frame)));
        assertThat(largestDifference(part(whole, 6, frame), part(without, 6, frame)))
                .isGreaterThan(2 * largestDifference(part(whole, 6, frame), part(little, 6, frame)));
    }

    @Test
    void a_chunk_that_begins_with_a_shot_needs_no_warm_up() throws IOException {
        // One picture until frame 24, where a chunk begins, and its negative from there on.
        Path source = source(
                "yuv420p", FilmRecipe.testPicture(WIDTH, HEIGHT, 24, FRAMES).filtered("negate=enable='gte(n,24)'"));
        RequestedFilm film = film(source, 4, Duration.ofSeconds(1));

        List<ChunkUpscaled> chunks = upscale(film);

        assertThat(chunks).extracting(ChunkUpscaled::frames).containsExactly(24, 24);
        assertThat(chunks).extracting(ChunkUpscaled::warmUpFrames).containsExactly(0, 0);
        assertThat(pictures(chunks, "yuv420p")).isEqualTo(pictures(source, 0, WHOLE_FILM, "yuv420p"));
    }

    @Test
    void warm_up_is_counted_and_reaches_over_several_chunks() throws IOException {
        RequestedFilm film = film(source("yuv420p", FilmRecipe.testPicture(WIDTH, HEIGHT, 24, 30)), 8, SHORT);

        List<ChunkUpscaled> chunks = upscale(film);

        assertThat(chunks).extracting(ChunkUpscaled::warmUpFrames).containsExactly(0, 6, 8, 8, 8);
        assertThat(chunks).extracting(ChunkUpscaled::reuse).containsOnlyNulls();
    }

    /** At strength 0 nothing of the network is seen, whichever it is: the picture of each frame's own time must be left. */
    @Test
    void results_that_come_late_are_mixed_with_the_pictures_of_their_own_time() throws IOException {
        Path source = source("yuv420p", FilmRecipe.testPicture(WIDTH, HEIGHT, 24, 18));
        NetworkManifest nearest =
                NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow().manifest();

        List<ChunkUpscaled> remembering = upscale(unseen(source, manifest(), 4));
        List<ChunkUpscaled> single = upscale(unseen(source, nearest, null));

        assertThat(remembering).extracting(ChunkUpscaled::warmUpFrames).containsExactly(0, 4, 4);
        assertThat(pictures(remembering, "yuv420p")).isEqualTo(pictures(single, "yuv420p"));
        assertThat(pictures(remembering, "yuv420p")).hasSize(18 * WIDTH * HEIGHT * 3 / 2);
    }

    private RequestedFilm unseen(Path source, NetworkManifest network, Integer warmUp) throws IOException {
        PictureSize reducedTo = new PictureSize(WIDTH / 2, HEIGHT / 2);
        PlannedNetwork planned = new PlannedNetwork(
                new NetworkReference(network.name(), network.sha256()),
                network.precision(),
                network.scale(),
                new PlannedTiles(network.padded(reducedTo.width()), network.padded(reducedTo.height()), 0),
                DrawingReuse.OFF,
                null,
                warmUp,
                reducedTo,
                0,
                List.of());
        return RequestedFilm.of(source, store, folder, planned, SHORT);
    }

    @Test
    void a_chunk_that_is_asked_for_again_gives_the_same_bytes() throws IOException {
        ChunkRequested request = film(source("yuv420p", FilmRecipe.testPicture(WIDTH, HEIGHT, 24, 18)), 2, SHORT)
                .requests()
                .get(1);

        ObjectReference once = upscale(request).result();
        store.client().delete(ObjectLocation.of(once));
        ObjectReference again = upscale(request).result();

        assertThat(again.key()).isNotEqualTo(once.key());
        assertThat(again.sha256()).isEqualTo(once.sha256());
    }

    @Test
    void a_chunk_waits_for_the_next_one_which_it_looks_into() throws IOException {
        RequestedFilm film = film(source("yuv420p", FilmRecipe.testPicture(WIDTH, HEIGHT, 24, 24)), 1, SHORT);
        ObjectLocation next = ObjectLocation.of(film.requests().get(2).packets());
        Path kept = folder.resolve("kept.nut");
        store.client().fetch(film.requests().get(2).packets(), kept);
        store.client().delete(next);
        RecordingEventPublisher published = new RecordingEventPublisher();

        WorkOutcome early = handler(published).handle(film.requests().get(1), SingleAttempt.undisturbed());
        store.client().put(next, kept);
        WorkOutcome late = handler(published).handle(film.requests().get(1), SingleAttempt.undisturbed());

        assertThat(early).isInstanceOfSatisfying(RetryLater.class, later -> assertThat(later.reason())
                .contains("chunk 1")
                .endsWith("needs frames of chunk 2, which is not in the store yet"));
        assertThat(late).isInstanceOf(Done.class);
        assertThat(published.on(Topics.CHUNK_UPSCALED)).hasSize(1);
    }

    @Test
    void damage_of_a_chunk_beside_it_ends_a_chunk_with_its_name() throws IOException {
        RequestedFilm film = film(source("yuv420p", FilmRecipe.testPicture(WIDTH, HEIGHT, 24, 24)), 3, SHORT);
        ObjectReference before = film.requests().get(0).packets();
        store.client().put(ObjectLocation.of(before), "no packets".getBytes(StandardCharsets.UTF_8));
        RecordingEventPublisher published = new RecordingEventPublisher();

        handler(published).handle(film.requests().get(1), SingleAttempt.undisturbed());

        ChunkFailed failed = published.on(Topics.CHUNK_FAILED).get(0);
        assertThat(failed.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(failed.reason()).startsWith("chunk 0: ");
    }

    @Test
    void work_that_is_stopped_is_handed_back() throws IOException {
        ChunkRequested request = film(
                        source("yuv420p", FilmRecipe.testPicture(WIDTH, HEIGHT, 24, FRAMES)), 5, Duration.ofSeconds(1))
                .requests()
                .get(1);
        RecordingEventPublisher published = new RecordingEventPublisher();

        WorkOutcome outcome = handler(published).handle(request, SingleAttempt.stoppedAfter(3));

        assertThat(outcome).isInstanceOf(RetryLater.class);
        assertThat(published.on(Topics.CHUNK_UPSCALED)).isEmpty();
        assertThat(upscale(request).warmUpFrames()).isEqualTo(5);
    }

    /** Lossless, so that every picture is an entry and chunks may begin anywhere. */
    private static Path source(String pixelFormat, FilmRecipe recipe) {
        return recipe.encoded("-c:v", "ffv1", "-pix_fmt", pixelFormat).in("mkv").make();
    }

    private RequestedFilm bothWays(Path source, int warmUp, Duration chunkDuration) throws IOException {
        return film(source, bothWays.manifest(), warmUp, chunkDuration);
    }

    private RequestedFilm film(Path source, int warmUp, Duration chunkDuration) throws IOException {
        return film(source, manifest(), warmUp, chunkDuration);
    }

    private RequestedFilm film(Path source, NetworkManifest network, int warmUp, Duration chunkDuration)
            throws IOException {
        PlannedNetwork planned = new PlannedNetwork(
                new NetworkReference(network.name(), network.sha256()),
                network.precision(),
                network.scale(),
                new PlannedTiles(network.padded(WIDTH), network.padded(HEIGHT), 0),
                DrawingReuse.OFF,
                null,
                warmUp);
        return RequestedFilm.of(source, store, folder, planned, chunkDuration);
    }

    /** Of the film as it comes out. */
    private byte[] pictures(Path source, int warmUp, Duration chunkDuration, String pixelFormat) throws IOException {
        return pictures(upscale(film(source, warmUp, chunkDuration)), pixelFormat);
    }

    private byte[] pictures(List<ChunkUpscaled> chunks, String pixelFormat) throws IOException {
        Path all = Files.write(folder.resolve("all.raw"), new byte[0]);
        for (ChunkUpscaled chunk : chunks) {
            Path result = folder.resolve("result.nut");
            Path raw = folder.resolve("result.raw");
            store.client().fetch(chunk.result(), result);
            FilmWitness.writePictures(result, pixelFormat, raw);
            Files.write(all, Files.readAllBytes(raw), StandardOpenOption.APPEND);
        }
        return Files.readAllBytes(all);
    }

    /** Each request by a handler of its own, the last first, so that none could rely on the one before. */
    private List<ChunkUpscaled> upscale(RequestedFilm film) {
        List<ChunkUpscaled> chunks = new ArrayList<>();
        for (int i = film.requests().size() - 1; i >= 0; i--) {
            chunks.add(0, upscale(film.requests().get(i)));
        }
        return chunks;
    }

    private ChunkUpscaled upscale(ChunkRequested request) {
        RecordingEventPublisher published = new RecordingEventPublisher();
        assertThat(handler(published).handle(request, SingleAttempt.undisturbed()))
                .isInstanceOf(Done.class);
        assertThat(published.on(Topics.CHUNK_FAILED)).isEmpty();
        return published.on(Topics.CHUNK_UPSCALED).get(0);
    }

    private UpscaleHandler handler(RecordingEventPublisher published) {
        return worker.handler(store, published, job -> false);
    }

    private static NetworkManifest manifest() {
        return NetworkManifest.fromYaml(RememberingNetwork.manifest(8).getBytes(StandardCharsets.UTF_8), "remembering");
    }

    /** One frame of a film. */
    private static byte[] part(byte[] pictures, int frame, int bytes) {
        return Arrays.copyOfRange(pictures, frame * bytes, (frame + 1) * bytes);
    }

    private static int largestDifference(byte[] one, byte[] other) {
        assertThat(other).hasSameSizeAs(one);
        int largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(Byte.toUnsignedInt(one[i]) - Byte.toUnsignedInt(other[i])));
        }
        return largest;
    }
}
