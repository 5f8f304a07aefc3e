package io.genga.objectstore.s3;

import io.genga.contracts.object.ObjectReference;
import io.genga.objectstore.ObjectLocation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files at this end of a transfer. */
final class LocalFiles {

    private LocalFiles() {}

    /** Refers to the file's content as if it lay at {@code at}. */
    static ObjectReference reference(ObjectLocation at, Path file) {
        try (MeteredInputStream content = new MeteredInputStream(Files.newInputStream(file))) {
            content.transferTo(OutputStream.nullOutputStream());
            return content.reference(at);
        } catch (IOException e) {
            throw failure("read", file, e);
        }
    }

    static void deleteIfExists(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure("delete", file, e);
        }
    }

    static UncheckedIOException failure(String action, Path file, IOException cause) {
        return new UncheckedIOException("Cannot " + action + " the file " + file + ": " + cause, cause);
    }
}
