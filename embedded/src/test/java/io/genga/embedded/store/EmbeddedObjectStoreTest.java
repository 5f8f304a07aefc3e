package io.genga.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the store starts; what it stores is the business of the object-store module's contract. */
class EmbeddedObjectStoreTest {

    @TempDir
    private Path directory;

    @Test
    void it_answers_at_the_loopback_address_and_refuses_what_is_not_signed() throws Exception {
        try (EmbeddedObjectStore store = EmbeddedObjectStore.start(directory, 0)) {
            assertThat(store.endpoint().getHost()).isEqualTo("127.0.0.1");
            HttpRequest unsigned = HttpRequest.newBuilder(store.endpoint().resolve("/videos"))
                    .PUT(HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(unsigned, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void the_key_pair_is_drawn_once_for_each_directory() {
        String accessKey;
        String secretKey;
        try (EmbeddedObjectStore store = EmbeddedObjectStore.start(directory, 0)) {
            accessKey = store.accessKey();
            secretKey = store.secretKey();
        }
        try (EmbeddedObjectStore again = EmbeddedObjectStore.start(directory, 0);
                EmbeddedObjectStore other = EmbeddedObjectStore.start(directory.resolve("other"), 0)) {
            assertThat(again.accessKey()).isEqualTo(accessKey);
            assertThat(again.secretKey()).isEqualTo(secretKey);
            assertThat(other.accessKey()).isNotEqualTo(accessKey);
            assertThat(other.secretKey()).isNotEqualTo(secretKey).hasSizeGreaterThanOrEqualTo(40);
        }
    }

    @Test
    void the_key_pair_is_readable_by_its_owner_alone() throws IOException {
        EmbeddedObjectStore.start(directory, 0).close();

        assertThat(Files.getPosixFilePermissions(directory.resolve("credentials.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_damaged_key_file_is_named() throws IOException {
        Path file = Files.writeString(directory.resolve("credentials.properties"), "accessKey=only");

        assertThatExceptionOfType(EmbeddedObjectStoreException.class)
                .isThrownBy(() -> EmbeddedObjectStore.start(directory, 0))
                .withMessageContainingAll(file.toString(), "delete it");
    }

    @Test
    void a_port_in_use_is_named() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(EmbeddedObjectStoreException.class)
                    .isThrownBy(() -> EmbeddedObjectStore.start(directory, holder.getLocalPort()))
                    .withMessage("The object store cannot listen at 127.0.0.1:" + holder.getLocalPort()
                            + ": the port is in use; choose another one or stop the program that holds it");
        }
    }

    @Test
    void a_directory_that_cannot_be_used_is_named() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatExceptionOfType(EmbeddedObjectStoreException.class)
                .isThrownBy(() -> EmbeddedObjectStore.start(file, 0))
                .withMessageContaining(file.toString());
    }
}
