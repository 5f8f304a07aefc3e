package io.genga.systemtests.deploy;

import io.genga.systemtests.support.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;

/** deploy/.env.example, filled in as its reader would do. */
final class EnvironmentExample {

    private EnvironmentExample() {}

    static Map<String, String> filledIn(String accessKey, String secretKey) {
        Map<String, String> variables = variables();
        require(variables, "GENGA_STORE_ACCESS_KEY");
        require(variables, "GENGA_STORE_SECRET_KEY");
        variables.put("GENGA_STORE_ACCESS_KEY", accessKey);
        variables.put("GENGA_STORE_SECRET_KEY", secretKey);
        return variables;
    }

    /** As it is in the repository. */
    static Map<String, String> variables() {
        try {
            Map<String, String> variables = new TreeMap<>();
            Files.readAllLines(Repository.root().resolve("deploy/.env.example")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .forEach(variable -> variables.put(variable[0], variable[1]));
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(Map<String, String> variables, String name) {
        if (!variables.containsKey(name)) {
            throw new AssertionError("deploy/.env.example has no line for " + name);
        }
    }
}
