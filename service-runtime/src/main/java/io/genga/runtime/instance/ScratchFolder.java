package io.genga.runtime.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that exists as long as the piece of work that needs it. */
public final class ScratchFolder implements AutoCloseable {

    private final Path folder;

    ScratchFolder(Path folder) {
        this.folder = folder;
    }

    /** A path in the folder; nothing is created there. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear the scratch folder " + folder, e);
        }
    }
}
