package io.genga.assembler.stitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.contracts.event.AssemblyCompleted;
import io.genga.contracts.event.AssemblyFailed;
import io.genga.contracts.event.FailureKind;
import io.genga.contracts.event.VerificationReport;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.topic.Topics;
import io.genga.media.timeline.DrawingTimeline;
import io.genga.messaging.work.Done;
import io.genga.objectstore.ObjectLocation;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.plans.FetchedPlans;
import io.genga.runtime.work.WorkConfiguration;
import io.genga.runtime.work.WorkReporter;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.messaging.RecordingEventPublisher;
import io.genga.testsupport.messaging.SingleAttempt;
import io.genga.testsupport.store.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong on the way, no film with a fault is published, and its report says what is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilmGateTest {

    private static final int FRAMES = 48;

    /** The first frame of the second chunk. */
    private static final int SEAM = 12;

    private static final Path SOURCE = FilmRecipe.testPicture(192, 144, 24, FRAMES)
            .with(new Companion.Sound(440), new Companion.Font())
            .in("mkv")
            .make();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Path folder;
    private TestStore store;
    private Instance instance;

    @BeforeAll
    void start(@TempDir Path directory) {
        folder = directory;
        store = TestStore.start(directory.resolve("store"));
        instance = new Instance(
                "assembler", Optional.of("test"), Optional.of(directory.resolve("scratch")), List.of("cpu"));
    }

    @AfterAll
    void stop() {
        store.close();
    }

    @Test
    void the_report_on_a_film_lies_beside_it() throws IOException {
        UpscaledFilm film = UpscaledFilm.of(SOURCE, store, folder);
        assertThat(film.plan().chunks().get(0).frameCount()).isEqualTo(SEAM);

        AssemblyCompleted completed =
                assembled(film).on(Topics.ASSEMBLY_COMPLETED).get(0);

        assertThat(outbox(film))
                .contains(
                        completed.output().key(),
                        ObjectKeys.verification(
                                film.plan().tenant(), film.plan().job()),
                        ObjectKeys.verificationPage(
                                film.plan().tenant(), film.plan().job()));
        assertThat(completed.verification().passed()).isTrue();
        JsonNode report =
                new ObjectMapper().readTree(content(completed.verification().json()));
        assertThat(report.get("passed").asBoolean()).isTrue();
        assertThat(report.get("timeline").get("borders"))
                .hasSize(film.plan().chunks().size() - 1);
        assertThat(text(completed.verification().page()))
                .contains(
                        "No fault was found",
                        "What was computed",
                        "<path class=\"part\"",
                        "A chunk begins with frame " + SEAM,
                        "data:image/jpeg;base64,");
    }

    static Stream<Arguments> faultsOfWorkers() {
        return Stream.of(
                Arguments.of(
                        "order",
                        PlantedFault.ofFrames(
                                "a dropped frame", frame -> frame < SEAM ? frame : Math.min(frame + 1, FRAMES - 1))),
                Arguments.of(
                        "order", PlantedFault.ofFrames("a doubled frame", frame -> frame == SEAM ? SEAM - 1 : frame)),
                Arguments.of(
                        "order",
                        PlantedFault.ofFrames(
                                "two frames changed over",
                                frame -> frame == SEAM ? SEAM - 1 : frame == SEAM - 1 ? SEAM : frame)),
                Arguments.of(
                        "colours",
                        PlantedFault.ofColours("another matrix", right -> colour(right, "bt709", right.range()))),
                Arguments.of(
                        "colours",
                        PlantedFault.ofColours("another range", right -> colour(right, right.matrix(), "pc"))));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faultsOfWorkers")
    void a_film_with_a_fault_of_a_worker_is_not_published(String check, PlantedFault fault) throws IOException {
        UpscaledFilm film = UpscaledFilm.of(SOURCE, store, folder, fault);
        double before = failures(check);

        RecordingEventPublisher published = assembled(film);

        assertThat(published.on(Topics.ASSEMBLY_COMPLETED)).isEmpty();
        AssemblyFailed failed = published.on(Topics.ASSEMBLY_FAILED).get(0);
        assertThat(failed.kind()).isEqualTo(FailureKind.RETRYABLE);
        assertThat(failed.reason()).startsWith(check + ": ");
        requireReportAlone(film, failed.verification(), check);
        assertThat(failures(check)).isEqualTo(before + 1);
    }

    static Stream<Arguments> faultsOfFilms() {
        return Stream.of(
                Arguments.of("audio #1", "sound 40 ms late", List.of("-map", "0", "-bsf:a", "setts=ts=TS+40")),
                Arguments.of("attached files", "a missing font", List.of("-map", "0:v", "-map", "0:a")),
                Arguments.of("shape", "other samples", List.of("-map", "0", "-aspect", "1.2")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faultsOfFilms")
    void a_film_with_any_other_fault_is_not_published(String check, String name, List<String> muxing)
            throws IOException {
        UpscaledFilm film = UpscaledFilm.of(SOURCE, store, folder);
        Path whole = folder.resolve("whole.mkv");
        store.client()
                .fetch(assembled(film).on(Topics.ASSEMBLY_COMPLETED).get(0).output(), whole);
        store.client()
                .deleteAll(
                        TestStore.BUCKET,
                        ObjectKeys.outboxPrefix(
                                film.plan().tenant(), film.plan().job()));
        Path faulty = again(whole, muxing);

        DrawingTimeline unknown = DrawingTimeline.of(
                film.plan().chunks(),
                film.plan().source().timeBase(),
                Collections.nCopies(film.plan().chunks().size(), Optional.empty()));
        assertThatThrownBy(() -> new FilmVerification(store.client(), meters)
                        .verify(film.request(), film.plan(), SOURCE, faulty, unknown, () -> {}))
                .isInstanceOfSatisfying(
                        FilmRefusedException.class, refused -> requireReportAlone(film, refused.report(), check));
    }

    private void requireReportAlone(UpscaledFilm film, VerificationReport report, String check) {
        assertThat(outbox(film))
                .containsExactlyInAnyOrder(
                        report.json().key(),
                        report.page().key(),
                        ObjectKeys.drawings(film.plan().tenant(), film.plan().job()));
        assertThat(report.passed()).isFalse();
        assertThat(text(report.page())).contains("checks failed", "<li class=\"bad\"><b>✗ " + check);
    }

    /** {@code film} through the ffmpeg program, its packets as they are. */
    private static Path again(Path film, List<String> muxing) {
        List<String> copying =
                Stream.concat(muxing.stream(), Stream.of("-c:a", "copy")).toList();
        return new FilmRecipe(
                        List.of("-copyts", "-i", film.toString()),
                        24,
                        FRAMES,
                        null,
                        List.of("-c:v", "copy"),
                        List.of(),
                        copying,
                        "mkv")
                .make();
    }

    private static ColourTags colour(ColourTags right, String matrix, String range) {
        return new ColourTags(right.primaries(), right.transfer(), matrix, range, right.chromaLocation());
    }

    private double failures(String check) {
        return meters.find("genga.qc.failures").tag("check", check).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private RecordingEventPublisher assembled(UpscaledFilm film) {
        RecordingEventPublisher published = new RecordingEventPublisher();
        WorkConfiguration work = new SmallRyeConfigBuilder()
                .withMapping(WorkConfiguration.class)
                .build()
                .getConfigMapping(WorkConfiguration.class);
        AssembleHandler handler = new AssembleHandler(
                new FilmAssembly(
                        store.client(),
                        instance,
                        new FetchedPlans(store.client()),
                        new FilmVerification(store.client(), meters),
                        new FilmPictures(store.client())),
                job -> false,
                new WorkReporter(published, work),
                published,
                instance.worker("stitcher-0"));
        assertThat(handler.handle(film.request(), SingleAttempt.undisturbed())).isInstanceOf(Done.class);
        return published;
    }

    private Set<String> outbox(UpscaledFilm film) {
        return store.written(ObjectKeys.outboxPrefix(
                        film.plan().tenant(), film.plan().job()))
                .keySet();
    }

    private String text(ObjectReference object) {
        return new String(content(object), StandardCharsets.UTF_8);
    }

    private byte[] content(ObjectReference object) {
        try (InputStream content = store.client().open(ObjectLocation.of(object))) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
