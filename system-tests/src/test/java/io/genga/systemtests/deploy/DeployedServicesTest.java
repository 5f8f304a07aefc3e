package io.genga.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.embedded.store.EmbeddedObjectStore;
import io.genga.systemtests.support.Conditions;
import io.genga.systemtests.support.FreePort;
import io.genga.systemtests.support.Repository;
import io.genga.systemtests.support.ServiceProcess;
import io.genga.testsupport.film.FilmRecipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The processes of the containers without containers: commands and environments are those of the Dockerfile and the Compose
 * file, and nothing but them; only hosts, ports and paths are of this machine.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeployedServicesTest {

    private static final int FRAMES = 12;

    private final Dockerfile dockerfile = Dockerfile.read();
    private final Map<String, ServiceProcess> services = new ConcurrentHashMap<>();
    private Path folder;
    private ComposeFile compose;
    private EmbeddedObjectStore store;
    private ComposedBroker broker;

    @BeforeAll
    void start(@TempDir Path directory) {
        folder = directory;
        store = EmbeddedObjectStore.start(folder.resolve("store"), 0);
        compose = ComposeFile.read(EnvironmentExample.filledIn(store.accessKey(), store.secretKey()));
        broker = ComposedBroker.start(compose.environment("kafka"), folder);
        // As Compose does: at the same time.
        compose.targets().keySet().parallelStream().forEach(service -> services.put(service, start(service)));
    }

    @AfterAll
    void stop() {
        services.values().parallelStream().forEach(ServiceProcess::close);
        if (broker != null) {
            broker.close();
        }
        store.close();
    }

    @Test
    void the_health_check_of_the_images_sees_that_every_service_is_ready() {
        assertThat(services).hasSize(4).allSatisfy((service, process) -> assertThat(
                        healthCheck(process.address().getPort()))
                .as(service)
                .isZero());
    }

    @Test
    void the_health_check_of_the_images_sees_that_a_service_is_gone() {
        assertThat(healthCheck(FreePort.find())).isNotZero();
    }

    @Test
    void a_film_is_remastered_with_the_files_of_work_where_containers_may_write() throws IOException {
        Path film = FilmRecipe.testPicture(64, 48, 24, FRAMES).make();
        HttpRequest upload = HttpRequest.newBuilder(
                        ingest().address().resolve("/api/v1/jobs?name=film.mp4&model=nearest-x2&preset=ultrafast"))
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofFile(film))
                .build();

        HttpResponse<String> accepted = ingest().send(upload);
        assertThat(accepted.statusCode()).as(accepted.body()).isBetween(200, 299);
        String job = json(accepted).get("job").asText();
        Conditions.await(
                "the film is remastered",
                () -> "REMASTERED".equals(state(job)),
                () -> state(job) + services.get("assembler").log());

        assertThat(folder.resolve("tmp/javacpp")).isNotEmptyDirectory();
        assertThat(folder.resolve("data/scratch")).isDirectory();
        assertThat(folder.resolve("data/decide")).isNotEmptyDirectory();
    }

    /** Returns when it is ready. */
    private ServiceProcess start(String service) {
        int port = FreePort.find();
        Map<String, String> environment =
                new HashMap<>(dockerfile.environment(compose.targets().get(service)));
        environment.putAll(compose.environment(service));
        Relocation relocation = relocation(port);
        ProcessBuilder builder = new ProcessBuilder(dockerfile.last(service, "ENTRYPOINT").array().stream()
                .map(word -> word.equals("java") ? java() : relocation.of(word))
                .toList());
        // What the image has in its working folder.
        builder.directory(Repository.serviceProgram(service).getParent().toFile());
        builder.environment().clear();
        builder.environment().putAll(relocation.of(environment));
        return ServiceProcess.start(service, builder, folder, port);
    }

    private Relocation relocation(int port) {
        return new Relocation(Map.of(
                "kafka:9092", broker.bootstrapServers(),
                "http://minio:9000", store.endpoint().toString(),
                "0.0.0.0", "127.0.0.1",
                "8080", Integer.toString(port),
                "/tmp/javacpp", folder.resolve("tmp/javacpp").toString(),
                "/var/lib/genga", folder.resolve("data").toString()));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private ServiceProcess ingest() {
        return services.get("ingest-service");
    }

    private String state(String job) {
        HttpResponse<String> status = ingest().get("/api/v1/jobs/" + job);
        return status.statusCode() == 200 ? json(status).get("state").asText() : "unknown";
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code of the program that the images ask. */
    private static int healthCheck(int port) {
        ProcessBuilder builder = new ProcessBuilder(
                        List.of(Repository.root().resolve("deploy/ready").toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        try {
            return builder.start().onExit().join().exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
