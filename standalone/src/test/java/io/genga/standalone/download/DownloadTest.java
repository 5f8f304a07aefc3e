package io.genga.standalone.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.id.Sha256;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {

    private static final byte[] CONTENT = content(100_000);
    private static final DownloadLimits LIMITS = new DownloadLimits(1000, 200_000, Duration.ofSeconds(60));
    private static final ProxySelector DIRECTLY = ProxySelector.of(null);
    private static final TransferProgress UNSEEN = (bytes, total) -> {};

    @TempDir
    Path folder;

    @Test
    void the_file_comes_whole_into_a_folder_that_is_made() throws IOException {
        Path file = folder.resolve("new/some.pth");
        try (FileServer server = FileServer.of(CONTENT)) {
            Sha256 found = new Download(LIMITS, DIRECTLY)
                    .fetch(server.address("/some.pth"), file, Optional.of(Sha256.of(CONTENT)), UNSEEN);

            assertThat(found).isEqualTo(Sha256.of(CONTENT));
        }
        assertThat(file).hasBinaryContent(CONTENT);
        assertThat(file.getParent()).isDirectoryContaining(found -> found.equals(file));
        assertThat(Files.list(file.getParent())).hasSize(1);
    }

    @Test
    void redirects_are_followed() throws IOException {
        try (FileServer server = FileServer.answering(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/release")) {
                exchange.getResponseHeaders().set("Location", "/store/some.pth");
                exchange.sendResponseHeaders(302, -1);
            } else {
                FileServer.send(exchange, 200, CONTENT);
            }
        })) {
            fetch(server.address("/release"));
        }
        assertThat(file()).hasBinaryContent(CONTENT);
    }

    @Test
    void another_file_is_not_kept_and_what_was_there_stays() throws IOException {
        Files.writeString(file(), "before");
        Sha256 expected = Sha256.of(content(7));
        try (FileServer server = FileServer.of(CONTENT)) {
            assertThatThrownBy(() -> new Download(LIMITS, DIRECTLY)
                            .fetch(server.address("/some.pth"), file(), Optional.of(expected), UNSEEN))
                    .isInstanceOfSatisfying(
                            DownloadFailedException.class,
                            failure -> assertThat(failure.isOtherContent()).isTrue())
                    .hasMessageContainingAll(
                            "/some.pth is another file", Sha256.of(CONTENT).value(), expected.value());
        }
        assertThat(file()).hasContent("before");
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void a_status_is_told() throws IOException {
        try (FileServer server = FileServer.answering(exchange -> FileServer.send(exchange, 404, CONTENT))) {
            assertFails(server.address("/some.pth"), false, "cannot be fetched (the server answers with status 404)");
        }
    }

    @Test
    void a_host_that_refuses_is_told() throws IOException {
        URI address;
        try (FileServer server = FileServer.of(CONTENT)) {
            address = server.address("/some.pth");
        }
        assertFails(address, false, "there is no connection to its host");
    }

    @Test
    void a_host_that_is_unknown_is_told() {
        assertFails(URI.create("http://checkpoints.invalid/some.pth"), false, "the name of its host is unknown here");
    }

    @Test
    void a_transfer_that_breaks_off_is_told() throws IOException {
        try (FileServer server = FileServer.breakingOff(CONTENT)) {
            assertFails(server.address("/some.pth"), false, " of 100000 bytes)");
        }
    }

    @Test
    void a_transfer_that_falls_silent_is_told_and_its_progress_was_seen() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        List<Long> seen = new CopyOnWriteArrayList<>();
        AtomicReference<OptionalLong> announced = new AtomicReference<>();
        try (FileServer server = FileServer.answering(exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT, 0, 1000);
            exchange.getResponseBody().flush();
            awaitQuietly(end);
        })) {
            Download impatient = new Download(new DownloadLimits(1, 200_000, Duration.ofSeconds(1)), DIRECTLY);

            assertThatThrownBy(() ->
                            impatient.fetch(server.address("/some.pth"), file(), Optional.empty(), (bytes, total) -> {
                                seen.add(bytes);
                                announced.set(total);
                            }))
                    .hasMessageContaining("nothing came for 1 s");
            end.countDown();
        }
        assertThat(seen).contains(1000L);
        assertThat(announced.get()).hasValue(CONTENT.length);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void web_pages_are_refused_whatever_they_say_of_themselves() throws IOException {
        byte[] page = Arrays.copyOf("\n<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8), 5000);
        try (FileServer server = FileServer.of(page)) {
            assertFails(server.address("/some.pth"), true, "is a web page");
        }
        try (FileServer server = FileServer.answering(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            FileServer.send(exchange, 200, CONTENT);
        })) {
            assertFails(server.address("/some.pth"), true, "is a web page");
        }
    }

    @Test
    void files_of_other_sizes_are_refused_whether_they_are_announced_or_not() throws IOException {
        try (FileServer server = FileServer.of(content(999))) {
            assertFails(server.address("/some.pth"), true, "has only 999 bytes");
        }
        try (FileServer server = FileServer.of(content(200_001))) {
            assertFails(server.address("/some.pth"), true, "has more than 200000 bytes");
        }
        try (FileServer server = FileServer.answering(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content(200_001));
        })) {
            assertFails(server.address("/some.pth"), true, "has more than 200000 bytes");
        }
    }

    @Test
    void a_proxy_is_asked_for_the_file() throws IOException {
        AtomicReference<String> asked = new AtomicReference<>();
        try (FileServer proxy = FileServer.answering(exchange -> {
            asked.set(exchange.getRequestURI().toString());
            FileServer.send(exchange, 200, CONTENT);
        })) {
            ProxySelector selector = ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.port()));

            new Download(LIMITS, selector)
                    .fetch(URI.create("http://checkpoints.invalid/some.pth"), file(), Optional.empty(), UNSEEN);
        }
        assertThat(asked.get()).isEqualTo("http://checkpoints.invalid/some.pth");
        assertThat(file()).hasBinaryContent(CONTENT);
    }

    private Path file() {
        return folder.resolve("some.pth");
    }

    private void fetch(URI address) throws IOException {
        new Download(LIMITS, DIRECTLY).fetch(address, file(), Optional.empty(), UNSEEN);
    }

    private void assertFails(URI address, boolean otherContent, String saying) {
        assertThatThrownBy(() -> fetch(address))
                .isInstanceOfSatisfying(DownloadFailedException.class, failure -> assertThat(failure.isOtherContent())
                        .isEqualTo(otherContent))
                .hasMessageContaining(saying)
                .hasMessageContaining(address.toString());
        assertThat(folder).isEmptyDirectory();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] content(int bytes) {
        byte[] content = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            content[i] = (byte) (i * 31);
        }
        return content;
    }
}
