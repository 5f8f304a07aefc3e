package io.genga.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.standalone.exit.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GengaCommandTest {

    @TempDir
    Path folder;

    @Test
    void the_help_names_every_command() {
        GengaRun run = GengaRun.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("demo", "upscale", "up", "models", "Examples:");
    }

    @Test
    void the_help_of_upscale_explains_every_exit_code() {
        String help = GengaRun.of("upscale", "--help").output();

        for (ExitCode code : ExitCode.values()) {
            assertThat(help).containsPattern("(?m)^  " + code.code() + " ");
        }
    }

    @Test
    void the_version_is_that_of_the_build() {
        assertThat(GengaRun.of("--version").output()).matches("genga [0-9]+\\.[0-9]+.*\\R");
    }

    @Test
    void no_command_at_all_is_answered_with_one_line() {
        GengaRun run = GengaRun.of();

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.code());
        assertThat(run.errors()).singleElement().asString().contains("upscale", "--help");
    }

    @Test
    void an_unknown_option_is_answered_with_one_line() {
        GengaRun run = GengaRun.of("upscale", "--sharper", "in.mp4", "out.mkv");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.code());
        assertThat(run.errors()).singleElement().asString().contains("--sharper", "genga upscale --help");
    }

    @Test
    void up_is_refused_where_its_port_is_in_use() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            GengaRun run = GengaRun.of("up", "--port", taken.getLocalPort(), "--data-dir", folder.resolve("data"));

            assertThat(run.exitCode()).isEqualTo(ExitCode.IN_USE.code());
            assertThat(run.errors())
                    .singleElement()
                    .asString()
                    .contains(Integer.toString(taken.getLocalPort()), "--port");
            assertThat(Files.exists(folder.resolve("data"))).isFalse();
        }
    }
}
