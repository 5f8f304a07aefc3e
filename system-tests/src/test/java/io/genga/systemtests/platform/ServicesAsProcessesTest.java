package io.genga.systemtests.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.object.ObjectReference;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.systemtests.support.Conditions;
import io.genga.systemtests.support.ServiceProcess;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.FrameHash;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The four services as they are deployed: processes that know a broker and a store by address. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServicesAsProcessesTest {

    private static final int FRAMES = 144;

    private Path folder;
    private OutsidePlatform platform;
    private ServiceProcess ingest;
    private ServiceProcess extractor;
    private ServiceProcess assembler;
    private ServiceProcess survivor;
    private ServiceProcess victim;

    @BeforeAll
    void start(@TempDir Path directory) {
        folder = directory;
        platform = OutsidePlatform.withEmbeddedStore(folder);
        ingest = platform.start("ingest-service", "ingest", Map.of("GENGA_INGEST_RECONCILE_INTERVAL", "PT0.5S"));
        extractor = platform.start("frame-extractor", "extractor", Map.of("GENGA_EXTRACTOR_CHUNK_DURATION", "PT0.5S"));
        assembler = platform.start(
                "assembler",
                "assembler",
                Map.of(
                        "GENGA_ASSEMBLER_SILENCE",
                        "PT4S",
                        "GENGA_ASSEMBLER_STATE_DIRECTORY",
                        folder.resolve("state").toString()));
        survivor = platform.start("sr-worker", "survivor", Map.of("GENGA_WORKER_INFERENCE_THREADS", "1"));
    }

    @AfterAll
    void stop() {
        Stream.of(victim, survivor, assembler, extractor, ingest)
                .filter(Objects::nonNull)
                .forEach(ServiceProcess::close);
        platform.close();
    }

    @Test
    void every_service_tells_its_health_and_its_figures() {
        for (ServiceProcess service : List.of(ingest, extractor, assembler, survivor)) {
            assertThat(service.status("/q/health/live")).isEqualTo(200);
            assertThat(service.get("/q/metrics").body()).contains("jvm_memory_used_bytes");
        }
    }

    @Test
    void an_uploaded_film_comes_back_whole() throws FileNotFoundException {
        Path film = film(1);

        JobStatus accepted = upload(film, "?name=film.mkv&model=nearest-x2&preset=ultrafast");
        JobStatus ended = awaitEnd(accepted.job());

        assertThat(ended.state()).isEqualTo(JobState.REMASTERED);
        assertSameTimes(film, fetch(ended.output()));
    }

    @Test
    void a_killed_worker_costs_nothing_but_time() {
        Path film = film(2);
        victim = platform.start("sr-worker", "victim", Map.of("GENGA_WORKER_INFERENCE_THREADS", "1"));
        JobId job = putIntoInbox(film);
        Conditions.await(
                "the job is in the middle of upscaling",
                () -> status(job).filter(now -> now.chunksDone() >= 1).isPresent(),
                () -> status(job).toString());

        victim.kill();

        JobStatus ended = awaitEnd(job);
        assertThat(ended.state()).isEqualTo(JobState.REMASTERED);
        assertSameTimes(film, fetch(ended.output()));
    }

    @Test
    void a_video_that_cannot_be_remastered_is_refused_with_a_sentence() throws FileNotFoundException {
        HttpResponse<String> response = post("?name=notes.mp4", HttpRequest.BodyPublishers.ofString("not a video"));

        JobStatus ended = awaitEnd(read(response).job());

        assertThat(ended.state()).isEqualTo(JobState.FAILED);
        assertThat(ended.rejected()).isTrue();
        assertThat(ended.reason()).contains("notes.mp4");
    }

    @Test
    void a_request_that_cannot_be_met_is_answered_with_the_choices() {
        HttpResponse<String> response =
                post("?name=film.mkv&model=unheard-of", HttpRequest.BodyPublishers.ofString(""));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(response.body()).contains("unheard-of").contains("genga-cel-x2");
    }

    @Test
    void a_cancelled_job_ends_cancelled() throws FileNotFoundException {
        JobStatus accepted = upload(film(3), "?name=film.mkv&model=genga-cel-x2");
        Conditions.await("the job is known", () -> status(accepted.job()).isPresent(), () -> accepted.toString());

        ingest.send(HttpRequest.newBuilder(ingest.address().resolve("/api/v1/jobs/" + accepted.job()))
                .DELETE()
                .build());

        assertThat(awaitEnd(accepted.job()).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void the_same_idempotency_key_is_the_same_job() throws FileNotFoundException {
        Path film = film(4);

        JobId first = read(post("?name=a.mkv&model=nearest-x2", film, "Idempotency-Key", "order-7"))
                .job();
        JobId second = read(post("?name=a.mkv&model=nearest-x2", film, "Idempotency-Key", "order-7"))
                .job();

        assertThat(second).isEqualTo(first);
        assertThat(awaitEnd(first).state()).isEqualTo(JobState.REMASTERED);
    }

    private static Path film(int seed) {
        return FilmRecipe.testPicture(320, 240, 24, FRAMES)
                .with(new Companion.Sound(400 + seed))
                .in("mkv")
                .make();
    }

    private JobStatus upload(Path film, String query) throws FileNotFoundException {
        return read(post(query, film, "Accept", "application/json"));
    }

    private HttpResponse<String> post(String query, Path film, String header, String value)
            throws FileNotFoundException {
        return ingest.send(request(query, HttpRequest.BodyPublishers.ofFile(film))
                .header(header, value)
                .build());
    }

    private HttpResponse<String> post(String query, HttpRequest.BodyPublisher body) {
        return ingest.send(request(query, body).build());
    }

    private HttpRequest.Builder request(String query, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(ingest.address().resolve("/api/v1/jobs" + query))
                .header("Content-Type", "application/octet-stream")
                .POST(body);
    }

    private JobId putIntoInbox(Path film) {
        ObjectLocation location = new ObjectLocation(OutsidePlatform.BUCKET, "inbox/acme/シーズン 1/film+&.mkv");
        platform.store().put(location, film);
        ObjectHead head = platform.store().head(location).orElseThrow();
        String revision = head.versionId() != null ? head.versionId() : head.etag() + ":" + head.size();
        return JobId.ofInboxObject(new TenantId("acme"), location.bucket(), location.key(), revision);
    }

    private JobStatus awaitEnd(JobId job) {
        Conditions.await(
                "job " + job + " has ended",
                () -> status(job).map(JobStatus::state).filter(JobState::ended).isPresent(),
                () -> status(job) + assembler.log() + survivor.log());
        return status(job).orElseThrow();
    }

    private Optional<JobStatus> status(JobId job) {
        HttpResponse<String> response = ingest.get("/api/v1/jobs/" + job);
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(read(response));
    }

    private static JobStatus read(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        return ContractJson.read(response.body().getBytes(StandardCharsets.UTF_8), JobStatus.class);
    }

    private Path fetch(ObjectReference output) {
        Path target = folder.resolve("fetched.mkv");
        platform.store().fetch(output, target);
        return target;
    }

    private static void assertSameTimes(Path source, Path result) {
        assertThat(FilmWitness.frames(result).stream().map(FrameHash::pts))
                .containsExactlyElementsOf(
                        FilmWitness.frames(source).stream().map(FrameHash::pts).toList());
        assertThat(FilmWitness.packets(result, "a:0").stream().map(FrameHash::md5))
                .containsExactlyElementsOf(FilmWitness.packets(source, "a:0").stream()
                        .map(FrameHash::md5)
                        .toList());
    }
}
