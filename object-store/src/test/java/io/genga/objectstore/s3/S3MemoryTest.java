package io.genga.objectstore.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.embedded.store.EmbeddedObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film passes through a JVM whose heap is much smaller than the film. */
class S3MemoryTest {

    private static final int FILM_MEBIBYTES = 160;
    private static final int HEAP_MEBIBYTES = 64;

    @TempDir
    private Path directory;

    @Test
    void a_film_larger_than_the_heap_passes_through() throws Exception {
        try (EmbeddedObjectStore server = EmbeddedObjectStore.start(directory.resolve("store"), 0)) {
            Process transfer = new ProcessBuilder(command(server))
                    .redirectErrorStream(true)
                    .start();
            String output = output(transfer);

            assertThat(transfer.waitFor()).as(output).isZero();
        }
    }

    private List<String> command(EmbeddedObjectStore server) {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx" + HEAP_MEBIBYTES + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FilmTransfer.class.getName(),
                server.endpoint().toString(),
                server.accessKey(),
                server.secretKey(),
                directory.toString(),
                Integer.toString(FILM_MEBIBYTES));
    }

    private static String output(Process process) throws IOException {
        try (InputStream output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
