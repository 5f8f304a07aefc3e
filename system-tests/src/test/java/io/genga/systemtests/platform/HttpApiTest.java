package io.genga.systemtests.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.contracts.event.JobState;
import io.genga.contracts.event.JobStatus;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.request.PictureSettings;
import io.genga.systemtests.support.Conditions;
import io.genga.systemtests.support.FreePort;
import io.genga.systemtests.support.GengaCommand;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients get over HTTP from {@code genga up}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpApiTest {

    private static final int FRAMES = 48;

    /** Of the picture, at most, in a frame that is held. */
    private static final double SELF_CHECK = 0.02;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private Path folder;
    private GengaCommand platform;
    private URI address;

    @BeforeAll
    void start(@TempDir Path directory) {
        folder = directory;
        int port = FreePort.find();
        address = URI.create("http://127.0.0.1:" + port);
        platform = GengaCommand.start(folder, "up", "--port", port, "--data-dir", folder.resolve("data"));
        Conditions.await("the platform is ready", this::isReady, () -> platform.output() + platform.errors());
    }

    @AfterAll
    void stop() {
        platform.interrupt();
        platform.await();
    }

    @Test
    void a_job_is_followed_from_its_first_status_to_its_film() throws Exception {
        Path film = FilmRecipe.testPicture(160, 120, 24, FRAMES)
                .filtered("fps=12,fps=24,tpad=stop_mode=clone:stop=8")
                .make();
        JobStatus accepted = status(send(upload("?name=my%20film.mp4&model=nearest-x2", BodyPublishers.ofFile(film))));

        List<JobStatus> told = followToTheEnd(accepted);

        assertThat(told.get(0).name()).isEqualTo("my film.mp4");
        assertThat(told).extracting(JobStatus::framesDone).isSorted();
        assertThat(told.get(told.size() - 1).state()).isEqualTo(JobState.REMASTERED);
        assertThat(told).filteredOn(status -> status.state().ended()).hasSize(1);
        requireFilm(accepted);
        requirePictures(accepted);
        requireVerification(accepted);
        requireDrawings(accepted, film);
    }

    @Test
    void a_job_is_known_as_soon_as_it_is_accepted_and_has_no_film_yet() {
        JobStatus accepted = status(send(upload("?name=letter.mkv", BodyPublishers.ofString("no film"))));

        assertThat(send(get(pathOf(accepted))).statusCode()).isEqualTo(200);
        assertThat(problem(send(get(pathOf(accepted) + "/result")), 409))
                .contains(accepted.job().value());
        assertThat(problem(send(get(pathOf(accepted) + "/after.png")), 409)).contains("has no film");
        assertThat(problem(send(get(pathOf(accepted) + "/drawings.json")), 409)).contains("has no film");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"object\": {\"key\":       | 400 | in line 1             | object",
                "{\"object\": {\"key\": {}}}  | 400 | not the JSON of a job | object.key",
                "[]                           | 400 | not the JSON of a job |",
                "{}                           | 400 | name the video        | object.key",
                "{\"object\": {\"key\": \"a\"}} | 400 | there is no object 'a' | object.key",
                "{\"object\": {\"key\": \"a\"}, \"options\": {\"model\": \"other\"}} | 400 | no model 'other' | model",
                "{\"object\": {\"key\": \"a\"}, \"options\": {\"model\": [\"nearest-x2\", \"other\"]}} | 400 | no model 'other' | model"
            })
    void a_body_that_is_no_job_is_answered_with_what_is_wrong(
            String body, int expectedStatus, String expectedDetail, String expectedField) throws IOException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address.resolve("/api/v1/jobs"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());

        assertThat(problem(answer, expectedStatus)).contains(expectedDetail);
        assertThat(json.readTree(answer.body()).path("field").asText(null)).isEqualTo(expectedField);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/jobs/00000000000000000000000000000000, 404",
        "GET, /api/v1/jobs/00000000000000000000000000000000/events, 404",
        "GET, /api/v1/jobs/not-an-id, 404",
        "GET, /api/v1/nothing, 404",
        "PUT, /api/v1/jobs, 405",
        "POST, /api/v1/jobs, 415"
    })
    void what_cannot_be_answered_is_a_problem(String method, String path, int status) {
        problem(
                send(HttpRequest.newBuilder(address.resolve(path))
                        .method(method, BodyPublishers.ofString("x"))
                        .header("Content-Type", "text/plain")
                        .build()),
                status);
    }

    @Test
    void networks_and_sizes_that_are_asked_for_stand_in_the_job_and_in_its_film() throws Exception {
        Path film = FilmRecipe.testPicture(160, 120, 24, FRAMES).make();
        JobStatus accepted = status(send(upload(
                "?name=film.mp4&model=nearest-x2,nearest-x2&nativeHeight=60&height=360&strength=50",
                BodyPublishers.ofFile(film))));

        List<JobStatus> told = followToTheEnd(accepted);

        assertThat(told.get(told.size() - 1).state()).isEqualTo(JobState.REMASTERED);
        assertThat(told).extracting(JobStatus::model).containsOnly("nearest-x2, nearest-x2");
        assertThat(told).extracting(JobStatus::picture).containsOnly(new PictureSettings(60, 360, 50));
        HttpResponse<byte[]> after = http.send(get(pathOf(accepted) + "/after.png"), BodyHandlers.ofByteArray());
        assertThat(ImageIO.read(new ByteArrayInputStream(after.body())).getHeight())
                .isEqualTo(360);
    }

    @ParameterizedTest
    @CsvSource({
        "height=721, must be an even number of rows",
        "nativeHeight=720&height=480, is less than the native height",
        "strength=101, one of 0 to 100 percent",
        "model=nearest-x2&model=other, there is no model 'other'"
    })
    void settings_of_which_no_film_comes_are_refused(String query, String expected) {
        assertThat(problem(send(upload("?name=film.mkv&" + query, BodyPublishers.ofString("unread"))), 400))
                .contains(expected);
    }

    @Test
    void the_default_network_is_listed_once() throws IOException {
        JsonNode models = json.readTree(send(get("/api/v1/models")).body());

        assertThat(models).anySatisfy(model -> assertThat(model.toString())
                .contains("\"genga-cel-x2\"")
                .contains("true"));
        assertThat(models)
                .filteredOn(model -> model.get("isDefault").asBoolean())
                .hasSize(1);
    }

    @Test
    void the_description_names_every_path_and_writes_ids_as_they_are() throws IOException {
        JsonNode description = json.readTree(send(get("/q/openapi?format=json")).body());

        assertThat(description.get("paths").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "/api/v1/jobs",
                        "/api/v1/jobs/events",
                        "/api/v1/jobs/{job}",
                        "/api/v1/jobs/{job}/events",
                        "/api/v1/jobs/{job}/result",
                        "/api/v1/jobs/{job}/before.png",
                        "/api/v1/jobs/{job}/after.png",
                        "/api/v1/jobs/{job}/verification.json",
                        "/api/v1/jobs/{job}/verification.html",
                        "/api/v1/jobs/{job}/drawings.json",
                        "/api/v1/models");
        assertThat(description.at("/components/schemas/JobId/type").asText()).isEqualTo("string");
        assertThat(description
                        .at("/components/schemas/Problem/properties/detail/type")
                        .asText())
                .isEqualTo("string");
    }

    @Test
    void the_page_and_what_it_needs_come_from_here_alone() {
        String page = send(get("/")).body();

        assertThat(page).contains("genga.js").contains("genga.css").doesNotContain("http");
        assertThat(send(get("/genga.js")).statusCode()).isEqualTo(200);
        assertThat(send(get("/timeline.js")).statusCode()).isEqualTo(200);
        assertThat(send(get("/genga.css")).statusCode()).isEqualTo(200);
    }

    private boolean isReady() {
        try {
            return http.send(get("/q/health/ready"), BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException e) {
            return false;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<JobStatus> followToTheEnd(JobStatus accepted) {
        return send(get(pathOf(accepted) + "/events"))
                .body()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> parse(line.substring("data:".length())))
                .toList();
    }

    private void requireFilm(JobStatus job) throws Exception {
        HttpResponse<Path> film =
                http.send(get(pathOf(job) + "/result"), BodyHandlers.ofFile(folder.resolve("result.mp4")));

        assertThat(film.headers().firstValue("content-disposition"))
                .hasValueSatisfying(header -> assertThat(header).contains("my%20film.mp4"));
        assertThat(film.headers().firstValueAsLong("content-length")).hasValue(Files.size(film.body()));
        assertThat(FilmWitness.frames(film.body())).hasSize(FRAMES);
    }

    private void requirePictures(JobStatus job) throws Exception {
        for (String name : List.of("/before.png", "/after.png")) {
            HttpResponse<byte[]> picture = http.send(get(pathOf(job) + name), BodyHandlers.ofByteArray());
            assertThat(picture.headers().firstValue("content-type")).hasValue("image/png");
            int width = ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth();
            assertThat(width).isEqualTo(name.equals("/before.png") ? 160 : 320);
        }
    }

    private void requireVerification(JobStatus job) throws Exception {
        HttpResponse<String> report = send(get(pathOf(job) + "/verification.json"));
        assertThat(report.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(json.readTree(report.body()).get("passed").asBoolean()).isTrue();
        HttpResponse<String> page = send(get(pathOf(job) + "/verification.html"));
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(page.body()).contains("No fault was found", "my film.mp4");
    }

    /** What was computed of each frame is what {@code genga inspect} foretells, in steps of 1/35. */
    private void requireDrawings(JobStatus job, Path film) throws IOException {
        HttpResponse<String> answer = send(get(pathOf(job) + "/drawings.json"));
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        JsonNode drawings = json.readTree(answer.body());
        JsonNode foretold = inspect(film);

        assertThat(drawings.get("columns")).hasSize(FRAMES);
        for (int frame = 0; frame < FRAMES; frame++) {
            double expected = Math.min(1, foretold.get("frameShares").get(frame).asDouble());
            assertThat(share(drawings.get("columns").get(frame)))
                    .as("frame " + frame)
                    .isBetween(expected - SELF_CHECK, expected + 1.0 / 35 + 1e-4);
        }
        assertThat(drawings.get("heldFrames").asInt())
                .isEqualTo(foretold.get("heldFrames").asInt())
                .isPositive();
        assertThat(drawings.get("inferencePixelShare").asDouble())
                .isCloseTo(foretold.get("inferencePixelShares").get("faithful").asDouble(), within(1e-6))
                .isLessThan(1);
        assertThat(send(get(pathOf(job) + "/verification.html")).body())
                .contains("What was computed", drawings.get("summary").asText());
    }

    private static double share(JsonNode column) {
        return column.path("chunkStart").asDouble()
                + column.path("whole").asDouble()
                + column.path("part").asDouble();
    }

    private JsonNode inspect(Path film) throws IOException {
        Path report = folder.resolve("foretold.json");
        Path page = folder.resolve("foretold.html");
        GengaCommand.Result run =
                GengaCommand.run(folder, "inspect", film, "--model", "nearest-x2", "--page", page, "--report", report);
        assertThat(run.exitCode()).as(run.errors()).isZero();
        return json.readTree(report.toFile());
    }

    private static String pathOf(JobStatus job) {
        return "/api/v1/jobs/" + job.job();
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).build();
    }

    private HttpRequest upload(String query, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(address.resolve("/api/v1/jobs" + query))
                .header("Content-Type", "application/octet-stream")
                .POST(body)
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JobStatus status(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return parse(answer.body());
    }

    private static JobStatus parse(String status) {
        return ContractJson.read(status.getBytes(StandardCharsets.UTF_8), JobStatus.class);
    }

    private String problem(HttpResponse<String> answer, int expectedStatus) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expectedStatus);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        try {
            JsonNode problem = json.readTree(answer.body());
            assertThat(problem.get("status").asInt()).isEqualTo(expectedStatus);
            return problem.get("detail").asText();
        } catch (IOException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }
}
