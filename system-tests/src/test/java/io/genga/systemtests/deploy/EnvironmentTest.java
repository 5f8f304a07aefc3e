package io.genga.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A misspelt variable is ignored in silence by the program that it is meant for; so it must be found here. */
class EnvironmentTest {

    private static final ComposeFile COMPOSE = ComposeFile.read(EnvironmentExample.filledIn("someone", "something"));

    private final Dockerfile dockerfile = Dockerfile.read();

    @ParameterizedTest
    @MethodSource("services")
    void every_variable_of_a_service_is_read_by_its_code(String service) {
        assertThat(unread(service, variables(service))).isEmpty();
    }

    @Test
    void a_misspelt_variable_and_one_of_another_service_are_found() {
        Set<String> variables = variables("sr-worker");
        variables.add("GENGA_STORE_END_POINT");
        variables.add("GENGA_ASSEMBLER_SILENCE");

        assertThat(unread("sr-worker", variables))
                .containsExactlyInAnyOrder("GENGA_STORE_END_POINT", "GENGA_ASSEMBLER_SILENCE");
    }

    @Test
    void every_line_of_the_example_is_used() {
        for (String name : EnvironmentExample.variables().keySet()) {
            assertThat(COMPOSE.targets().keySet()).as(name).anyMatch(service -> COMPOSE.environment(service)
                    .containsKey(name));
        }
    }

    @Test
    void the_example_gives_no_password_away() {
        assertThat(EnvironmentExample.variables()).containsEntry("GENGA_STORE_SECRET_KEY", "");
    }

    private Set<String> variables(String service) {
        Set<String> variables = new HashSet<>(
                dockerfile.environment(COMPOSE.targets().get(service)).keySet());
        variables.addAll(COMPOSE.environment(service).keySet());
        return variables;
    }

    private static Set<String> unread(String service, Set<String> variables) {
        Set<String> unread = new TreeSet<>(variables);
        unread.removeAll(ReadVariables.of(service));
        return unread;
    }

    static Collection<String> services() {
        return COMPOSE.targets().keySet();
    }
}
