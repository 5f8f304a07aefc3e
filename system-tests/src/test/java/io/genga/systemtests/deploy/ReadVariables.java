package io.genga.systemtests.deploy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The environment variables that a service's code reads, as its compiled classes tell. */
final class ReadVariables {

    /** What the services share at run time. */
    private static final String SHARED = "io.genga.runtime";

    private static final Map<String, String> PACKAGES = Map.of(
            "ingest-service", "io.genga.ingest",
            "frame-extractor", "io.genga.extractor",
            "sr-worker", "io.genga.worker",
            "assembler", "io.genga.assembler");

    /** Read by Quarkus and by glibc. */
    private static final Set<String> OF_OTHERS =
            Set.of("QUARKUS_HTTP_HOST", "QUARKUS_HTTP_PORT", "LC_ALL", "MALLOC_ARENA_MAX");

    private ReadVariables() {}

    static Set<String> of(String service) {
        Set<String> variables = new TreeSet<>(OF_OTHERS);
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(SHARED, PACKAGES.get(service))
                        .stream()
                        .filter(type -> !type.isAnonymousClass())
                        .flatMap(ReadVariables::keys)
                        .map(ReadVariables::variable)
                        .forEach(variables::add);
        return variables;
    }

    private static Stream<String> keys(JavaClass type) {
        if (type.isAnnotatedWith(ConfigMapping.class)) {
            return ConfigMappings.getProperties(ConfigClass.configClass(type.reflect())).keySet().stream();
        }
        return Arrays.stream(type.reflect().getDeclaredConstructors())
                .map(Constructor::getParameters)
                .flatMap(Arrays::stream)
                .map(ReadVariables::injected)
                .filter(Objects::nonNull)
                .map(ConfigProperty::name);
    }

    private static ConfigProperty injected(Parameter parameter) {
        return parameter.getAnnotation(ConfigProperty.class);
    }

    /** How MicroProfile Config spells a key as a variable. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
