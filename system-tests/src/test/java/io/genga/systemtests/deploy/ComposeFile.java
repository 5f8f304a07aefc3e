package io.genga.systemtests.deploy;

import io.genga.systemtests.support.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What deploy/compose.yaml says.
 *
 * @param services by name, as the file has them
 * @param variables what the .env file holds
 */
record ComposeFile(Map<String, Map<String, Object>> services, Map<String, String> variables) {

    /** A variable, with what Compose does where it has no value: take another one, or refuse. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::[-?][^}]*)?}");

    @SuppressWarnings("unchecked")
    static ComposeFile read(Map<String, String> variables) {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text("deploy/compose.yaml"));
        return new ComposeFile((Map<String, Map<String, Object>>) file.get("services"), variables);
    }

    /** The services that are built from this repository, with the target of the Dockerfile that each names. */
    Map<String, String> targets() {
        return services.entrySet().stream()
                .filter(service -> service.getValue().containsKey("build"))
                .collect(Collectors.toMap(Map.Entry::getKey, service ->
                        (String) ((Map<?, ?>) service.getValue().get("build")).get("target")));
    }

    /** The variables that a service's process gets, apart from those of its image. */
    Map<String, String> environment(String service) {
        Map<?, ?> environment = (Map<?, ?>) services.get(service).get("environment");
        return environment.entrySet().stream()
                .collect(Collectors.toMap(
                        variable -> variable.getKey().toString(),
                        variable -> interpolate(variable.getValue().toString())));
    }

    /** An entry that is a list, empty where the service has none. */
    List<?> list(String service, String entry) {
        return (List<?>) services.get(service).getOrDefault(entry, List.of());
    }

    private String interpolate(String value) {
        return VARIABLE.matcher(value).replaceAll(variable -> Matcher.quoteReplacement(value(variable)));
    }

    private String value(MatchResult variable) {
        String value = variables.get(variable.group(1));
        if (value == null) {
            throw new AssertionError(variable.group() + " of deploy/compose.yaml has no line in deploy/.env.example");
        }
        return value;
    }

    private static String text(String file) {
        try {
            return Files.readString(Repository.root().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
