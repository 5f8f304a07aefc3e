package io.genga.systemtests.papers;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.systemtests.support.Repository;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README do what it says, as they stand there. */
class ReadmeTest {

    private static final int FRAMES = 12;

    private final Paper readme = Paper.read(Repository.root().resolve("README.md"));

    /** Which DemoCommandTest runs: once is enough. */
    @Test
    void the_first_command_is_the_demo() {
        assertThat(launcherCommands().get(0)).isEqualTo("./genga demo");
        assertThat(readme.linkedFiles()).contains(Repository.root().resolve("docs/pictures/demo-before-after.png"));
    }

    @Test
    void the_second_command_remasters_a_film(@TempDir Path folder) throws IOException, InterruptedException {
        Files.copy(FilmRecipe.testPicture(64, 48, 24, FRAMES).make(), folder.resolve("film.mp4"));
        Files.createSymbolicLink(folder.resolve("genga"), Repository.root().resolve("genga"));

        Process process = bash(folder, launcherCommands().get(1));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(FilmWitness.frames(folder.resolve("remastered.mkv"))).hasSize(FRAMES);
    }

    /** Which is what runs this test: it cannot be run from here. */
    @Test
    void the_third_command_is_the_one_that_passes_the_tests() throws IOException {
        assertThat(launcherCommands()).hasSize(3).element(2).isEqualTo("./genga test");
        assertThat(Files.readString(Repository.root().resolve(".ci/run"))).contains("./genga test");
    }

    @Test
    void every_service_that_is_started_is_there() {
        List<String> services = readme.commands().stream()
                .filter(command -> command.startsWith("java -jar "))
                .map(command -> command.substring("java -jar ".length()))
                .toList();

        assertThat(services)
                .hasSize(4)
                .allSatisfy(jar -> assertThat(Repository.root().resolve(jar)).exists());
    }

    private List<String> launcherCommands() {
        return readme.commands().stream()
                .filter(command -> command.startsWith("./genga"))
                .toList();
    }

    /** With a home folder of its own, so that it meets no job of the person who runs the tests. */
    private static Process bash(Path folder, String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("GENGA_JAVA_OPTS", "-Duser.home=" + folder);
        return builder.start();
    }
}
