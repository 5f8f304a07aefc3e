package io.genga.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.data.DataDirectoryLock;
import io.genga.standalone.exit.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code genga demo} refuses before it draws anything. */
class DemoRefusalTest {

    @TempDir
    Path folder;

    @Test
    void a_file_in_the_place_of_the_folder_is_refused_and_nothing_is_made() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "mine");

        GengaRun run = demo(file.resolve("demo"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.OUTPUT_UNWRITABLE.code());
        assertThat(run.errors()).singleElement().asString().contains(file.toString(), "is a file");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_refused() {
        // For root, who runs the tests on some machines, this is one of the few.
        GengaRun run = demo(Path.of("/proc/genga-demo"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.OUTPUT_UNWRITABLE.code());
        assertThat(run.errors()).singleElement().asString().contains("/proc", "genga demo DIRECTORY");
    }

    @Test
    void a_data_directory_in_use_is_refused_and_no_film_is_drawn() throws IOException {
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(new DataDirectory(folder.resolve("data")), "other")) {
            GengaRun run = demo(folder.resolve("demo"));

            assertThat(run.exitCode()).isEqualTo(ExitCode.IN_USE.code());
            assertThat(run.errors()).singleElement().asString().contains("'other'", "--data-dir");
            assertThat(folder.resolve("demo")).doesNotExist();
        }
    }

    private GengaRun demo(Path directory) {
        return GengaRun.of("demo", directory, "--data-dir", folder.resolve("data"));
    }
}
