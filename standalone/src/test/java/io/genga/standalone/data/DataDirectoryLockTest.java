package io.genga.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.standalone.exit.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {

    @TempDir
    Path folder;

    @Test
    void the_second_one_learns_who_holds_the_directory() throws IOException {
        DataDirectory directory = new DataDirectory(folder.resolve("new"));
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(directory, "genga up")) {
            assertThatThrownBy(() -> DataDirectoryLock.acquire(directory, "genga upscale"))
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("genga up")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()))
                    .hasMessageContaining("--data-dir");
        }
    }

    @Test
    void a_freed_directory_can_be_held_again_by_a_shorter_name() throws IOException {
        DataDirectory directory = new DataDirectory(folder);
        DataDirectoryLock.acquire(directory, "genga upscale with a long name").close();
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(directory, "genga up")) {
            assertThat(directory.lockFile()).content().endsWith("('genga up')");
        }
    }

    @Test
    void a_file_in_place_of_the_directory_is_refused() throws IOException {
        DataDirectory directory = new DataDirectory(Files.writeString(folder.resolve("file"), ""));

        assertThatThrownBy(() -> DataDirectoryLock.acquire(directory, "genga up"))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("cannot be used");
    }
}
