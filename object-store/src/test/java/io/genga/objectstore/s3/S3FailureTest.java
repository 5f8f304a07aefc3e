package io.genga.objectstore.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.genga.contracts.object.ObjectReference;
import io.genga.embedded.store.EmbeddedObjectStore;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import io.genga.objectstore.ObjectStoreRefusedException;
import io.genga.objectstore.ObjectStoreUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the adapter makes of a network that breaks and of a server that cannot, or will not, serve. */
class S3FailureTest {

    private static final ObjectLocation AT = new ObjectLocation("videos", "film.mkv");
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private static Path serverDirectory;

    private static EmbeddedObjectStore server;

    @TempDir
    private Path directory;

    private FaultyLink link;
    private ObjectStore store;

    @BeforeAll
    static void startServer() {
        server = EmbeddedObjectStore.start(serverDirectory, 0);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void connect() throws IOException {
        link = new FaultyLink(server.endpoint());
        store = connect(link.endpoint(), server.secretKey());
        store.createBucketIfAbsent("videos");
        store.delete(AT);
    }

    @AfterEach
    void disconnect() throws IOException {
        store.close();
        link.close();
    }

    private static ObjectStore connect(URI endpoint, String secretKey) {
        return S3ObjectStore.connect(new S3Connection(endpoint, server.region(), server.accessKey(), secretKey));
    }

    @Test
    void a_fetch_that_breaks_in_the_middle_is_made_again() throws IOException {
        Path film = file(MEBIBYTE);
        ObjectReference reference = store.put(AT, film);
        Path copy = directory.resolve("copy");

        link.cutAnswers("GET /videos/film.mkv", 2, MEBIBYTE / 2);
        store.fetch(reference, copy);

        assertThat(link.cutsLeft()).isZero();
        assertThat(Files.mismatch(film, copy)).isEqualTo(-1);
    }

    @Test
    void a_fetch_that_breaks_each_time_leaves_no_file() throws IOException {
        ObjectReference reference = store.put(AT, new byte[MEBIBYTE]);
        Path empty = Files.createDirectory(directory.resolve("empty"));

        link.cutAnswers("GET /videos/film.mkv", 4, MEBIBYTE / 2);

        assertThatExceptionOfType(ObjectStoreUnavailableException.class)
                .isThrownBy(() -> store.fetch(reference, empty.resolve("target")))
                .withMessageContainingAll("videos/film.mkv", link.endpoint().toString());
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void a_conditional_write_whose_answer_was_lost_is_known_as_ours() throws IOException {
        link.cutAnswers("PUT /videos/film.mkv", 1, 0);

        assertThat(store.putIfAbsent(AT, file(1_000))).isTrue();
        assertThat(link.cutsLeft()).isZero();
    }

    @Test
    void a_conditional_write_in_parts_whose_answer_was_lost_is_known_as_ours() throws IOException {
        link.cutAnswers("POST /videos/film.mkv?uploadId=", 1, 0);

        assertThat(store.putIfAbsent(AT, file(17 * MEBIBYTE))).isTrue();
        assertThat(link.cutsLeft()).isZero();
        assertThat(store.head(AT).orElseThrow().size()).isEqualTo(17 * MEBIBYTE);
    }

    @Test
    void a_part_whose_answer_was_lost_is_sent_again() {
        byte[] content = new byte[17 * MEBIBYTE];
        link.cutAnswers("PUT /videos/film.mkv?", 2, 0);

        ObjectReference reference = store.put(AT, new ByteArrayInputStream(content));

        assertThat(link.cutsLeft()).isZero();
        assertThat(reference.size()).isEqualTo(content.length);
        assertThat(store.head(AT).orElseThrow().size()).isEqualTo(content.length);
    }

    @Test
    void a_server_that_is_not_there_is_unavailable() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        try (ObjectStore absent = connect(nobody, server.secretKey())) {
            assertThatExceptionOfType(ObjectStoreUnavailableException.class)
                    .isThrownBy(() -> absent.put(AT, new byte[1]))
                    .withMessageContainingAll("videos/film.mkv", nobody.toString());
            assertThatExceptionOfType(ObjectStoreUnavailableException.class)
                    .isThrownBy(() -> absent.createBucketIfAbsent("videos"))
                    .withMessageContaining(nobody.toString());
            assertThatExceptionOfType(ObjectStoreUnavailableException.class).isThrownBy(() -> absent.head(AT));
        }
    }

    @Test
    void a_server_that_is_busy_is_asked_again() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer busy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        busy.createContext("/", exchange -> {
            int status = calls.incrementAndGet() < 3 ? 503 : 204;
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        busy.start();
        try (ObjectStore impatient =
                connect(URI.create("http://127.0.0.1:" + busy.getAddress().getPort()), server.secretKey())) {
            impatient.delete(AT);
            assertThat(calls).hasValue(3);
        } finally {
            busy.stop(0);
        }
    }

    @Test
    void a_wrong_secret_is_refused_at_once_and_not_shown() {
        try (ObjectStore stranger = connect(server.endpoint(), "not-the-secret")) {
            assertThatExceptionOfType(ObjectStoreRefusedException.class)
                    .isThrownBy(() -> stranger.put(AT, new byte[1]))
                    .withMessageContaining("videos/film.mkv")
                    .satisfies(e -> assertThat(e.code()).isEqualTo("SignatureDoesNotMatch"))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("not-the-secret"));
        }
    }

    @Test
    void an_interrupted_call_ends_and_keeps_the_interrupt() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(ObjectStoreUnavailableException.class).isThrownBy(() -> store.head(AT));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private Path file(int length) throws IOException {
        return Files.write(directory.resolve("file"), new byte[length]);
    }
}
