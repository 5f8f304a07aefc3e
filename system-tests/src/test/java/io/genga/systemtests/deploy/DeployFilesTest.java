package io.genga.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.systemtests.deploy.Dockerfile.Instruction;
import io.genga.systemtests.support.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Dockerfile and the Compose file fit one another, and the repository. */
class DeployFilesTest {

    private static final Set<String> SERVICES = Set.of("ingest-service", "frame-extractor", "sr-worker", "assembler");
    private static final Pattern PINNED = Pattern.compile("[\\w./-]+:[\\w.-]*\\d[\\w.-]*");
    private static final ComposeFile COMPOSE = ComposeFile.read(EnvironmentExample.filledIn("someone", "something"));

    private final Dockerfile dockerfile = Dockerfile.read();
    private final BuildContext context = BuildContext.read();

    @Test
    void every_service_is_built_from_the_target_of_its_name() {
        assertThat(COMPOSE.targets()).containsOnlyKeys(SERVICES);
        assertThat(COMPOSE.targets()).allSatisfy((service, target) -> {
            assertThat(target).isEqualTo(service);
            assertThat(dockerfile.stages()).containsKey(target);
        });
    }

    @Test
    void the_programs_that_are_built_are_those_that_are_copied() {
        String command = dockerfile.last("build", "RUN").arguments();
        Matcher projects = Pattern.compile("--projects (\\S+)").matcher(command);

        assertThat(projects.find()).isTrue();
        assertThat(projects.group(1).split(",")).containsExactlyInAnyOrderElementsOf(SERVICES);
    }

    @Test
    void the_build_finds_every_module_that_the_project_lists() throws IOException {
        List<String> modules = Pattern.compile("<module>(.+)</module>")
                .matcher(Files.readString(Repository.root().resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .toList();

        assertThat(dockerfile.last("build", "COPY").words()).containsExactly(".", ".");
        assertThat(modules).containsAll(SERVICES).allSatisfy(module -> {
            assertThat(context.admits(module + "/pom.xml")).isTrue();
            assertThat(context.admits(module + "/src/main/java/io/genga/Any.java"))
                    .isTrue();
        });
        assertThat(List.of("pom.xml", ".mvn/jvm.config")).allMatch(context::admits);
    }

    @Test
    void neither_a_password_nor_what_was_built_before_reaches_the_build() {
        assertThat(List.of("deploy/.env", ".git/config", "media/target/classes/A.class", "media/src/test/java/A.java"))
                .noneMatch(context::admits);
    }

    @ParameterizedTest
    @MethodSource("services")
    void everything_that_is_copied_into_an_image_exists(String service) {
        assertThat(dockerfile.instructions(service, "COPY")).hasSize(2).allSatisfy(this::assertThatSourceExists);
        assertThat(dockerfile.last(service, "COPY").words().get(1))
                .isEqualTo("/build/" + service + "/target/quarkus-app/");
    }

    private void assertThatSourceExists(Instruction copy) {
        List<String> words = copy.words();
        if (words.get(0).startsWith("--from=")) {
            assertThat(words.get(0)).isEqualTo("--from=build");
            Path source = Path.of("/build").relativize(Path.of(words.get(1)));
            assertThat(Repository.root().resolve(source)).isDirectory();
        } else {
            assertThat(Repository.root().resolve(words.get(0))).isExecutable();
            assertThat(context.admits(words.get(0))).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_is_not_root_and_asks_itself_whether_it_is_ready(String service) {
        assertThat(dockerfile.last(service, "USER").arguments()).matches("[1-9]\\d+:[1-9]\\d+");
        assertThat(dockerfile.last(service, "HEALTHCHECK").array()).containsExactly("/genga/ready");
        assertThat(dockerfile.last(service, "WORKDIR").arguments()).isEqualTo("/genga");
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_may_write_where_it_must_and_nowhere_else(String service) {
        Map<String, Object> entries = COMPOSE.services().get(service);

        assertThat(entries).containsEntry("read_only", true).doesNotContainKeys("user", "privileged");
        assertThat(COMPOSE.list(service, "cap_drop")).isEqualTo(List.of("ALL"));
        assertThat(COMPOSE.list(service, "security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        // Docker forbids exec in memory unless told otherwise; natives are unpacked here.
        assertThat(COMPOSE.list(service, "tmpfs")).singleElement().asString().matches("/tmp:(.*,)?exec(,.*)?");
        assertThat(COMPOSE.list(service, "volumes")).isEqualTo(List.of("scratch:/var/lib/genga"));
    }

    @Test
    void a_worker_can_be_scaled() {
        assertThat(COMPOSE.services().get("sr-worker")).doesNotContainKeys("ports", "container_name", "hostname");
        assertThat(COMPOSE.environment("sr-worker")).doesNotContainKey("GENGA_INSTANCE");
    }

    @Test
    void nothing_is_published_beyond_this_machine() {
        for (String service : COMPOSE.services().keySet()) {
            assertThat(COMPOSE.list(service, "ports"))
                    .allSatisfy(port -> assertThat(port).asString().startsWith("127.0.0.1:"));
        }
    }

    @Test
    void every_image_of_others_is_pinned() {
        assertThat(List.of("build", "service"))
                .allSatisfy(stage ->
                        assertThat(dockerfile.stages().get(stage).base()).matches(PINNED));
        assertThat(List.of("kafka", "minio", "bucket")).allSatisfy(service -> assertThat(
                        COMPOSE.services().get(service).get("image"))
                .asString()
                .matches(PINNED));
    }

    static Collection<String> services() {
        return SERVICES;
    }
}
