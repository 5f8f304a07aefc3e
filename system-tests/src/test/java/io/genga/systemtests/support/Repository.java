package io.genga.systemtests.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where things lie in the checkout. */
public final class Repository {

    private Repository() {}

    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("genga")) || !Files.exists(folder.resolve("contracts"))) {
            folder = Optional.ofNullable(folder.getParent())
                    .orElseThrow(() -> new IllegalStateException("not run inside the repository"));
        }
        return folder;
    }

    /** The program of a service, as it is deployed. */
    public static Path serviceProgram(String service) {
        return root().resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
