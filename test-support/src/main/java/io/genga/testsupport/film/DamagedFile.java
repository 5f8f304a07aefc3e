package io.genga.testsupport.film;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Copies of a film with something wrong. */
public final class DamagedFile {

    private DamagedFile() {}

    /** The first {@code share} (0 to 1) of a film's bytes, written to {@code target}. */
    public static Path truncated(Path film, double share, Path target) {
        try {
            byte[] bytes = Files.readAllBytes(film);
            return Files.write(target, Arrays.copyOf(bytes, (int) (bytes.length * share)));
        } catch (IOException e) {
            throw new UncheckedIOException("truncating " + film, e);
        }
    }
}
