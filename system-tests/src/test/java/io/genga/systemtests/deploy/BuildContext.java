package io.genga.systemtests.deploy;

import io.genga.systemtests.support.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What .dockerignore lets Docker see of the repository: the last line that matches a path, or a folder above it, decides.
 *
 * @param lines patterns; {@code !} admits
 */
record BuildContext(List<String> lines) {

    static BuildContext read() {
        try {
            return new BuildContext(Files.readAllLines(Repository.root().resolve(".dockerignore")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param path relative to the repository */
    boolean admits(String path) {
        boolean admitted = true;
        for (String line : lines) {
            boolean admits = line.startsWith("!");
            if (matches(admits ? line.substring(1) : line, Path.of(path))) {
                admitted = admits;
            }
        }
        return admitted;
    }

    private static boolean matches(String pattern, Path path) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        return Stream.iterate(path, above -> above != null, Path::getParent).anyMatch(matcher::matches);
    }
}
