package io.genga.testsupport.film;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The real clip this project is measured on: 640×480, 181 frames of H.264 and AAC sound. It is not part of the repository;
 * tests that need it are skipped where it is absent.
 */
public final class DemoClip {

    /** System property that names the clip; an environment variable of the same name serves as well. */
    public static final String LOCATION = "GENGA_TEST_CLIP";

    private static final Path BESIDE_THE_REPOSITORY = Path.of("shared", "media", "onepiece_demo.mp4");

    private DemoClip() {}

    public static Optional<Path> path() {
        String named = System.getProperty(LOCATION, System.getenv(LOCATION));
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isReadable);
        }
        return parents(Path.of("").toAbsolutePath())
                .map(folder -> folder.resolve(BESIDE_THE_REPOSITORY))
                .filter(Files::isReadable)
                .findFirst();
    }

    private static Stream<Path> parents(Path folder) {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent);
    }
}
