package io.genga.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.genga.contracts.event.Event;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.json.MalformedContractException;
import io.genga.contracts.plan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A renamed or retyped field breaks other releases: here it breaks a test first. */
class GoldenJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Object> contracts() {
        return Stream.concat(ContractSamples.events().stream(), Stream.of(ContractSamples.plan()));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void is_written_as_the_golden_file_says(Object contract) throws IOException {
        assertThat(JSON.readTree(ContractJson.write(contract))).isEqualTo(JSON.readTree(golden(contract)));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void is_read_from_the_golden_file(Object contract) throws IOException {
        assertThat((Object) ContractJson.read(golden(contract), contract.getClass()))
                .isEqualTo(contract);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void a_field_of_a_newer_release_is_ignored(Object contract) throws IOException {
        ObjectNode newer = (ObjectNode) JSON.readTree(golden(contract));
        newer.put("fieldOfTheFuture", 42);

        assertThat((Object) ContractJson.read(JSON.writeValueAsBytes(newer), contract.getClass()))
                .isEqualTo(contract);
    }

    @Test
    void every_event_has_a_golden_file() {
        Set<Class<?>> sampled =
                ContractSamples.events().stream().map(Object::getClass).collect(Collectors.toSet());

        assertThat(concrete(Event.class).collect(Collectors.toSet())).isEqualTo(sampled);
    }

    @Test
    void a_missing_number_is_an_error_and_not_zero() throws IOException {
        ObjectNode plan = (ObjectNode) JSON.readTree(golden(ContractSamples.plan()));
        plan.remove("version");

        assertThatThrownBy(() -> ContractJson.read(JSON.writeValueAsBytes(plan), Plan.class))
                .isInstanceOf(MalformedContractException.class)
                .hasMessageContaining("version");
    }

    @Test
    void a_plan_of_an_unknown_version_is_refused() throws IOException {
        ObjectNode plan = (ObjectNode) JSON.readTree(golden(ContractSamples.plan()));
        plan.put("version", 2);

        assertThatThrownBy(() -> ContractJson.read(JSON.writeValueAsBytes(plan), Plan.class))
                .isInstanceOf(MalformedContractException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void a_plan_of_several_networks_is_written_and_read_as_its_golden_file_says() throws IOException {
        byte[] golden = golden("PlanOfChain");
        Plan plan = ContractSamples.planOfChain();

        assertThat(JSON.readTree(ContractJson.write(plan))).isEqualTo(JSON.readTree(golden));
        assertThat(ContractJson.read(golden, Plan.class)).isEqualTo(plan);
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(GoldenJsonTest::concrete)
                : Stream.of(type);
    }

    private static byte[] golden(Object contract) throws IOException {
        return golden(contract.getClass().getSimpleName());
    }

    private static byte[] golden(String contract) throws IOException {
        String name = "/golden/" + contract + ".json";
        try (InputStream file = GoldenJsonTest.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return file.readAllBytes();
        }
    }
}
