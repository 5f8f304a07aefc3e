package io.genga.assembler.stitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.contracts.event.AssemblyCompleted;
import io.genga.contracts.event.AssemblyFailed;
import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.JobId;
import io.genga.contracts.object.ComputedShares;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.topic.Topics;
import io.genga.messaging.work.Done;
import io.genga.messaging.work.RetryLater;
import io.genga.messaging.work.WorkContext;
import io.genga.messaging.work.WorkOutcome;
import io.genga.objectstore.ObjectCorruptException;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectMetadata;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.plans.FetchedPlans;
import io.genga.runtime.work.WorkConfiguration;
import io.genga.runtime.work.WorkReporter;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.FrameHash;
import io.genga.testsupport.messaging.RecordingEventPublisher;
import io.genga.testsupport.messaging.SingleAttempt;
import io.genga.testsupport.store.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from stored results to a published film, against a real store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssembleHandlerTest {

    private static final int FRAMES = 48;
    private static final Path SOURCE = FilmRecipe.testPicture(96, 64, 24, FRAMES)
            .with(new Companion.Sound(440))
            .in("mkv")
            .make();

    private final Set<JobId> ended = ConcurrentHashMap.newKeySet();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Path folder;
    private Path scratch;
    private TestStore store;
    private Instance instance;
    private UpscaledFilm film;

    @BeforeAll
    void start(@TempDir Path directory) {
        folder = directory;
        scratch = directory.resolve("scratch");
        store = TestStore.start(directory.resolve("store"));
        instance = new Instance("assembler", Optional.of("test"), Optional.of(scratch), List.of("cpu"));
    }

    @AfterAll
    void stop() {
        store.close();
    }

    @BeforeEach
    void upscale() throws IOException {
        film = UpscaledFilm.of(SOURCE, store, folder);
    }

    @Test
    void results_become_a_film_that_is_announced_once_it_is_published() {
        RecordingEventPublisher published = new RecordingEventPublisher();

        WorkOutcome outcome = assemble(film.request(), published, SingleAttempt.undisturbed());

        assertThat(outcome).isInstanceOf(Done.class);
        AssemblyCompleted completed = published.on(Topics.ASSEMBLY_COMPLETED).get(0);
        assertThat(completed.frames()).isEqualTo(FRAMES);
        Path result = folder.resolve("film.mkv");
        store.client().fetch(completed.output(), result);
        assertThat(FilmWitness.frames(result)).extracting(FrameHash::pts).isEqualTo(ptsOf(SOURCE));
        assertThat(FilmWitness.packets(result, "a:0")).isEqualTo(FilmWitness.packets(SOURCE, "a:0"));
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void a_picture_of_the_source_and_the_same_of_the_film_lie_beside_the_film() throws IOException {
        assemble(film.request(), new RecordingEventPublisher(), SingleAttempt.undisturbed());

        BufferedImage before = picture(
                ObjectKeys.pictureBefore(film.plan().tenant(), film.plan().job()));
        BufferedImage after = picture(
                ObjectKeys.pictureAfter(film.plan().tenant(), film.plan().job()));
        assertThat(before.getWidth() + "x" + before.getHeight()).isEqualTo("96x64");
        assertThat(after.getWidth() + "x" + after.getHeight()).isEqualTo("192x128");
    }

    @Test
    void what_was_computed_of_each_frame_lies_beside_the_film() throws IOException {
        assemble(film.request(), new RecordingEventPublisher(), SingleAttempt.undisturbed());

        JsonNode drawings = drawings();
        assertThat(drawings.get("frames").asInt()).isEqualTo(FRAMES);
        assertThat(drawings.get("heldFrames").asInt()).isEqualTo(FRAMES / 2);
        assertThat(drawings.get("unknownFrames").asInt()).isZero();
        assertThat(drawings.get("columns")).hasSize(FRAMES);
        for (JsonNode start : drawings.get("chunkStarts")) {
            JsonNode column = drawings.get("columns").get(start.asInt());
            assertThat(column.get("chunkStart").asDouble()).isEqualTo(1);
        }
        assertThat(drawings.get("chunkStarts")).hasSize(film.plan().chunks().size() - 1);
        assertThat(drawings.get("columns").get(2).get("part").asDouble()).isEqualTo(0.2);
    }

    /** An older release noted nothing, a newer one perhaps something else. */
    @Test
    void of_results_of_other_releases_it_is_unknown() throws IOException {
        Path first = again(0, folder.resolve("first.nut"));
        store.client().put(film.result(0), first);
        Path second = again(1, folder.resolve("second.nut"));
        store.client()
                .put(
                        film.result(1),
                        second,
                        new ObjectMetadata(Map.of(ComputedShares.METADATA_NAME, "2;drawings in another format")));

        assemble(film.request(), new RecordingEventPublisher(), SingleAttempt.undisturbed());

        int unknown = film.plan().chunks().get(0).frameCount()
                + film.plan().chunks().get(1).frameCount();
        JsonNode drawings = drawings();
        assertThat(drawings.get("unknownFrames").asInt()).isEqualTo(unknown);
        assertThat(drawings.get("columns").get(unknown - 1).get("unknown").asDouble())
                .isEqualTo(1);
        assertThat(drawings.get("columns").get(unknown).has("unknown")).isFalse();
        assertThat(drawings.get("summary").asText()).endsWith("an older release computed them.");
    }

    @Test
    void a_missing_result_fails_for_good_and_is_named() {
        store.client().delete(film.result(1));

        AssemblyFailed failed = failure(film.request());

        assertThat(failed.kind()).isEqualTo(FailureKind.PERMANENT);
        assertThat(failed.reason()).contains(film.result(1).key());
    }

    @Test
    void a_result_too_few_fails_for_good() {
        List<AttemptId> tooFew = film.winners().subList(1, film.winners().size());

        assertThat(failure(film.request(tooFew)).kind()).isEqualTo(FailureKind.PERMANENT);
    }

    @Test
    void the_result_of_another_chunk_is_not_taken() throws IOException {
        Path other = folder.resolve("other.nut");
        store.client().fetch(film.result(1), other);
        store.client().put(film.result(0), other);

        assertThat(failure(film.request()).kind()).isEqualTo(FailureKind.PERMANENT);
    }

    @Test
    void the_winners_of_other_chunks_are_not_taken() {
        List<AttemptId> reversed = new ArrayList<>(film.winners());
        Collections.reverse(reversed);

        assertThat(failure(film.request(reversed)).kind()).isEqualTo(FailureKind.PERMANENT);
    }

    @Test
    void a_source_that_was_replaced_is_not_taken() {
        ObjectLocation source = ObjectLocation.of(film.plan().source().object());
        store.client().put(source, "another film".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> assemble(film.request(), new RecordingEventPublisher(), SingleAttempt.undisturbed()))
                .isInstanceOf(ObjectCorruptException.class)
                .hasMessageContaining(source.key());
        assertThat(outbox()).isEmpty();
    }

    @Test
    void an_assembly_that_is_told_to_stop_publishes_nothing_and_is_handed_back() {
        RecordingEventPublisher published = new RecordingEventPublisher();

        WorkOutcome outcome = assemble(film.request(), published, SingleAttempt.stoppedAfter(FRAMES / 2));

        assertThat(outcome).isInstanceOf(RetryLater.class);
        assertThat(published.on(Topics.ASSEMBLY_COMPLETED)).isEmpty();
        assertThat(outbox()).isEmpty();
        assertThat(scratch).isEmptyDirectory();
    }

    @Test
    void nothing_is_done_for_an_ended_job() {
        ended.add(film.plan().job());
        RecordingEventPublisher published = new RecordingEventPublisher();

        assertThat(assemble(film.request(), published, SingleAttempt.undisturbed()))
                .isInstanceOf(Done.class);
        assertThat(published.published()).isEmpty();
        assertThat(outbox()).isEmpty();
    }

    @Test
    void an_assembly_that_keeps_failing_is_reported() {
        RecordingEventPublisher published = new RecordingEventPublisher();

        handler(published)
                .onDeadLetter(
                        film.request(), "no space", SingleAttempt.undisturbed().trace());

        assertThat(published.on(Topics.ASSEMBLY_FAILED).get(0).reason()).contains("no space");
    }

    private AssemblyFailed failure(AssemblyRequested request) {
        RecordingEventPublisher published = new RecordingEventPublisher();
        assertThat(assemble(request, published, SingleAttempt.undisturbed())).isInstanceOf(Done.class);
        assertThat(published.on(Topics.ASSEMBLY_COMPLETED)).isEmpty();
        assertThat(outbox()).isEmpty();
        assertThat(published.on(Topics.ASSEMBLY_FAILED)).hasSize(1);
        return published.on(Topics.ASSEMBLY_FAILED).get(0);
    }

    private WorkOutcome assemble(AssemblyRequested request, RecordingEventPublisher published, WorkContext context) {
        return handler(published).handle(request, context);
    }

    private AssembleHandler handler(RecordingEventPublisher published) {
        WorkConfiguration work = new SmallRyeConfigBuilder()
                .withMapping(WorkConfiguration.class)
                .build()
                .getConfigMapping(WorkConfiguration.class);
        return new AssembleHandler(
                new FilmAssembly(
                        store.client(),
                        instance,
                        new FetchedPlans(store.client()),
                        new FilmVerification(store.client(), meters),
                        new FilmPictures(store.client())),
                ended::contains,
                new WorkReporter(published, work),
                published,
                instance.worker("stitcher-0"));
    }

    private Set<String> outbox() {
        return store.written(ObjectKeys.outboxPrefix(
                        film.plan().tenant(), film.plan().job()))
                .keySet();
    }

    private Path again(int chunk, Path file) {
        store.client().fetch(film.result(chunk), file);
        return file;
    }

    private JsonNode drawings() throws IOException {
        String key = ObjectKeys.drawings(film.plan().tenant(), film.plan().job());
        try (InputStream json = store.client().open(new ObjectLocation(TestStore.BUCKET, key))) {
            return new ObjectMapper().readTree(json);
        }
    }

    private BufferedImage picture(String key) throws IOException {
        try (InputStream png = store.client()
                .open(new ObjectLocation(film.plan().source().object().bucket(), key))) {
            return ImageIO.read(png);
        }
    }

    private static List<Long> ptsOf(Path film) {
        return FilmWitness.frames(film).stream().map(FrameHash::pts).toList();
    }
}
