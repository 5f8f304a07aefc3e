package io.genga.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.genga.contracts.event.ChunkFailed;
import io.genga.contracts.event.ChunkRequested;
import io.genga.contracts.event.ChunkUpscaled;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.id.JobId;
import io.genga.contracts.object.ComputedShares;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedEncoder;
import io.genga.contracts.plan.PlannedTarget;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.work.Done;
import io.genga.messaging.work.RetryLater;
import io.genga.messaging.work.WorkContext;
import io.genga.messaging.work.WorkOutcome;
import io.genga.objectstore.ObjectCorruptException;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.FrameHash;
import io.genga.testsupport.messaging.RecordingEventPublisher;
import io.genga.testsupport.messaging.SingleAttempt;
import io.genga.testsupport.store.TestStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a request to a stored and announced result, against a real store and a real network. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpscaleHandlerTest {

    private static final int FRAMES = 24;

    private final Set<JobId> ended = ConcurrentHashMap.newKeySet();
    private Path folder;
    private Path scratch;
    private TestStore store;
    private TestWorker worker;

    @BeforeAll
    void start(@TempDir Path directory) {
        folder = directory;
        scratch = directory.resolve("scratch");
        store = TestStore.start(directory.resolve("store"));
        worker = new TestWorker(store, scratch);
    }

    @AfterAll
    void stop() {
        worker.close();
        store.close();
    }

    @Test
    void a_chunk_becomes_a_result_that_is_announced_once_it_is_stored() throws IOException {
        RequestedFilm film = film(1);
        RecordingEventPublisher published = new RecordingEventPublisher();
        ChunkRequested request = film.requests().get(1);

        WorkOutcome outcome = upscale(request, published, SingleAttempt.undisturbed());

        assertThat(outcome).isInstanceOf(Done.class);
        ChunkUpscaled upscaled = onlyCompletion(published);
        assertThat(upscaled.reused()).isFalse();
        assertThat(upscaled.frames()).isEqualTo(request.frames());
        assertThat(upscaled.timings().millis())
                .containsKeys("fetch", "decode", "to-rgb", "infer", "from-rgb", "encode", "store");
        List<Long> planned = film.plan().chunks().get(1).pts();
        List<Long> found = ptsOf(upscaled.result());
        long ticks = found.get(0) / planned.get(0); // NUT's time base is finer than the film's
        assertThat(found)
                .containsExactlyElementsOf(
                        planned.stream().map(pts -> pts * ticks).toList());
        assertThat(scratch).isEmptyDirectory();
        assertThat(worker.meters().counter("genga.frames.upscaled").count()).isGreaterThanOrEqualTo(request.frames());
    }

    @Test
    void a_result_that_is_there_is_not_computed_again() throws IOException {
        ChunkRequested request = film(2).requests().get(0);
        RecordingEventPublisher published = new RecordingEventPublisher();

        upscale(request, published, SingleAttempt.undisturbed());
        upscale(request, published, SingleAttempt.undisturbed());

        List<ChunkUpscaled> completions = published.on(Topics.CHUNK_UPSCALED);
        assertThat(completions).extracting(ChunkUpscaled::reused).containsExactly(false, true);
        assertThat(completions.get(1).result()).isEqualTo(completions.get(0).result());
        assertThat(completions.get(1).attempt()).isEqualTo(completions.get(0).attempt());
    }

    @Test
    void another_job_over_the_same_film_finds_its_results() throws IOException {
        RecordingEventPublisher published = new RecordingEventPublisher();

        upscale(film(3).requests().get(0), published, SingleAttempt.undisturbed());
        upscale(film(3).requests().get(0), published, SingleAttempt.undisturbed());

        assertThat(published.on(Topics.CHUNK_UPSCALED))
                .extracting(ChunkUpscaled::reused)
                .containsExactly(false, true);
    }

    @Test
    void what_was_computed_of_each_frame_is_noted_beside_the_result() throws IOException {
        ChunkRequested request = heldDrawings(12).requests().get(0);
        RecordingEventPublisher published = new RecordingEventPublisher();

        upscale(request, published, SingleAttempt.undisturbed());

        ChunkUpscaled upscaled = onlyCompletion(published);
        ComputedShares noted = noted(upscaled.result());
        assertThat(noted.frames()).isEqualTo(request.frames());
        assertThat(noted.mean()).isCloseTo(upscaled.reuse().inferencePixelShare(), within(1e-6));
        assertThat(noted.share(0)).isEqualTo(1);
        assertThat(noted.levels()).contains("0");
        assertThat(noted.mean()).isBetween(0.05, 0.9);
    }

    @Test
    void without_reuse_all_of_each_frame_was_computed() throws IOException {
        RecordingEventPublisher published = new RecordingEventPublisher();

        upscale(film(13).requests().get(0), published, SingleAttempt.undisturbed());

        ChunkUpscaled upscaled = onlyCompletion(published);
        assertThat(noted(upscaled.result()))
                .isEqualTo(new ComputedShares(upscaled.frames(), 1, "z".repeat(upscaled.frames())));
    }

    @Test
    void what_was_noted_is_there_when_store_and_worker_start_again() throws IOException {
        ChunkRequested request = heldDrawings(14).requests().get(0);
        RecordingEventPublisher published = new RecordingEventPublisher();
        upscale(request, published, SingleAttempt.undisturbed());
        ComputedShares before = noted(onlyCompletion(published).result());

        store.close();
        store = TestStore.start(folder.resolve("store"));
        upscale(request, published, SingleAttempt.undisturbed());

        ChunkUpscaled found = published.on(Topics.CHUNK_UPSCALED).get(1);
        assertThat(found.reused()).isTrue();
        assertThat(noted(found.result())).isEqualTo(before);
    }

    @Test
    void work_that_is_stopped_leaves_nothing_and_is_handed_back() throws IOException {
        ChunkRequested request = film(4).requests().get(0);
        RecordingEventPublisher published = new RecordingEventPublisher();

        WorkOutcome outcome = upscale(request, published, SingleAttempt.stoppedAfter(2));

        assertThat(outcome).isInstanceOf(RetryLater.class);
        assertThat(published.on(Topics.CHUNK_UPSCALED)).isEmpty();
        assertThat(resultsOf(request)).isEmpty();
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void nothing_is_done_for_an_ended_job() throws IOException {
        ChunkRequested request = film(5).requests().get(0);
        RecordingEventPublisher published = new RecordingEventPublisher();
        ended.add(request.job());

        assertThat(upscale(request, published, SingleAttempt.undisturbed())).isInstanceOf(Done.class);
        assertThat(published.published()).isEmpty();
    }

    @Test
    void packets_that_are_not_those_that_were_announced_are_not_upscaled() throws IOException {
        ChunkRequested request = film(6).requests().get(0);
        overwrite(request.packets());

        assertThatThrownBy(() -> upscale(request, new RecordingEventPublisher(), SingleAttempt.undisturbed()))
                .isInstanceOf(ObjectCorruptException.class)
                .hasMessageContaining(request.packets().key());
        assertThat(resultsOf(request)).isEmpty();
    }

    @Test
    void packets_that_cannot_be_decoded_fail_for_good() throws IOException {
        ChunkRequested request = film(7).requests().get(0);
        ChunkRequested broken = new ChunkRequested(
                request.tenant(),
                request.job(),
                request.chunk(),
                request.request(),
                request.fingerprint(),
                request.pool(),
                request.frames(),
                request.plan(),
                overwrite(request.packets()));

        assertThat(failure(broken).kind()).isEqualTo(FailureKind.PERMANENT);
    }

    @Test
    void a_worker_whose_encoder_is_another_one_leaves_the_chunk_to_others() throws IOException {
        RequestedFilm film = RequestedFilm.of(source(8), store, folder, UpscaleHandlerTest::withOlderEncoder);

        assertThat(failure(film.requests().get(0)).kind()).isEqualTo(FailureKind.INCAPABLE);
    }

    @Test
    void a_request_that_its_plan_does_not_know_fails_for_good() throws IOException {
        RequestedFilm film = film(9);
        ChunkRequested first = film.requests().get(0);
        ChunkRequested mixed = new ChunkRequested(
                first.tenant(),
                first.job(),
                1,
                first.request(),
                first.fingerprint(),
                first.pool(),
                first.frames(),
                first.plan(),
                first.packets());

        assertThat(failure(mixed).reason()).contains("does not know chunk 1");
    }

    @Test
    void a_plan_that_was_replaced_is_not_followed() throws IOException {
        ChunkRequested request = film(10).requests().get(0);
        overwrite(request.plan());

        assertThatThrownBy(() -> upscale(request, new RecordingEventPublisher(), SingleAttempt.undisturbed()))
                .isInstanceOf(ObjectCorruptException.class)
                .hasMessageContaining(request.plan().key());
    }

    @Test
    void a_chunk_that_keeps_failing_is_reported() throws IOException {
        ChunkRequested request = film(11).requests().get(0);
        RecordingEventPublisher published = new RecordingEventPublisher();

        handler(published)
                .onDeadLetter(
                        request, "out of memory", SingleAttempt.undisturbed().trace());

        ChunkFailed failed = published.on(Topics.CHUNK_FAILED).get(0);
        assertThat(failed.kind()).isEqualTo(FailureKind.RETRYABLE);
        assertThat(failed.reason()).contains("out of memory");
    }

    private ChunkFailed failure(ChunkRequested request) {
        RecordingEventPublisher published = new RecordingEventPublisher();
        assertThat(upscale(request, published, SingleAttempt.undisturbed())).isInstanceOf(Done.class);
        assertThat(published.on(Topics.CHUNK_UPSCALED)).isEmpty();
        assertThat(published.on(Topics.CHUNK_FAILED)).hasSize(1);
        return published.on(Topics.CHUNK_FAILED).get(0);
    }

    private WorkOutcome upscale(ChunkRequested request, RecordingEventPublisher published, WorkContext context) {
        return handler(published).handle(request, context);
    }

    private UpscaleHandler handler(RecordingEventPublisher published) {
        return worker.handler(store, published, ended::contains);
    }

    /** Each test has a film of its own, so that none finds the results of another. */
    private RequestedFilm film(int number) throws IOException {
        return RequestedFilm.of(source(number), store, folder);
    }

    /** Six drawings a second, of which each is shown four times, but for a codec's noise. */
    private RequestedFilm heldDrawings(int number) throws IOException {
        Path source = FilmRecipe.testPicture(96, 64, 24, FRAMES)
                .filtered("hue=h=" + 10 * number + ",fps=6,fps=24")
                .make();
        return RequestedFilm.of(source, store, folder, UpscaleHandlerTest::withReuse);
    }

    private static Plan withReuse(Plan plan) {
        return new Plan(
                plan.version(),
                plan.tenant(),
                plan.job(),
                plan.source(),
                plan.target(),
                plan.network().reusing(DrawingReuse.FAITHFUL),
                plan.chunks());
    }

    private ComputedShares noted(ObjectReference result) {
        ObjectHead head = store.client().head(ObjectLocation.of(result)).orElseThrow();
        return ComputedShares.parse(head.metadata().get(ComputedShares.METADATA_NAME))
                .orElseThrow();
    }

    private static Path source(int number) {
        return FilmRecipe.testPicture(96, 64, 24, FRAMES)
                .filtered("hue=h=" + 10 * number)
                .make();
    }

    private static Plan withOlderEncoder(Plan plan) {
        PlannedTarget target = plan.target();
        PlannedEncoder encoder = target.encoder();
        PlannedEncoder older = new PlannedEncoder(
                encoder.settings(), "libx264 1", encoder.threads(), encoder.reorderDepth(), encoder.parameterSets());
        return new Plan(
                plan.version(),
                plan.tenant(),
                plan.job(),
                plan.source(),
                new PlannedTarget(
                        target.container(),
                        target.outputName(),
                        target.width(),
                        target.height(),
                        target.pixelFormat(),
                        target.sampleAspectRatio(),
                        target.colour(),
                        older,
                        target.hdr()),
                plan.network(),
                plan.chunks());
    }

    private ObjectReference overwrite(ObjectReference object) {
        return store.client().put(ObjectLocation.of(object), "something else".getBytes(StandardCharsets.UTF_8));
    }

    private Set<String> resultsOf(ChunkRequested request) {
        return store.written(ObjectKeys.results(request.tenant(), request.fingerprint()))
                .keySet();
    }

    private List<Long> ptsOf(ObjectReference result) {
        Path file = folder.resolve("fetched.nut");
        store.client().fetch(result, file);
        return FilmWitness.frames(file).stream().map(FrameHash::pts).toList();
    }

    private static ChunkUpscaled onlyCompletion(RecordingEventPublisher published) {
        assertThat(published.on(Topics.CHUNK_UPSCALED)).hasSize(1);
        return published.on(Topics.CHUNK_UPSCALED).get(0);
    }
}
