package io.genga.upscaling.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.genga.testsupport.network.BothWaysNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that {@code training/} writes manifests by means what the reader means. */
class ManifestSchemaTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_manifest_fits_as_it_is_and_as_it_is_written_again(String name) throws IOException {
        String yaml = Manifests.yaml(name);

        assertThat(problems(yaml)).isEmpty();
        assertThat(problems(new String(Manifests.parse(yaml).toYaml(), StandardCharsets.UTF_8)))
                .isEmpty();
    }

    static Iterable<String> shipped() {
        return NetworkCatalogue.builtIn().names();
    }

    @Test
    void a_manifest_with_everything_fits() throws IOException {
        assertThat(problems(Manifests.complete())).isEmpty();
    }

    @Test
    void a_network_with_a_memory_is_described_by_the_roles_of_its_tensors() throws IOException {
        assertThat(problems(Manifests.recurrent())).isEmpty();
        assertThat(problems(Manifests.recurrent().replace("role: hidden-state", "role: diary")))
                .isNotEmpty();
    }

    @Test
    void a_network_that_goes_both_ways_is_described_by_the_roles_of_its_graphs() throws IOException {
        String yaml = BothWaysNetwork.manifest(8);

        assertThat(problems(yaml)).isEmpty();
        assertThat(problems(new String(Manifests.parse(yaml).toYaml(), StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(problems(yaml.replace("role: flow", "role: wind"))).isNotEmpty();
        assertThat(problems(yaml.replace("graphs:", "graph:"))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "name, Cel One",
        "sha256, abc",
        "bytes, many",
        "scale, 0",
        "input, here",
        "temporalContract, window",
        "paddingMultiple, -4",
    })
    void what_the_reader_refuses_does_not_fit(String field, String value) throws IOException {
        assertThat(problems(Manifests.yaml("genga-cel-x2", field, value))).isNotEmpty();
    }

    private static Set<ValidationMessage> problems(String yaml) throws IOException {
        JsonNode manifest = YAML.readTree(yaml);
        try (InputStream schema =
                ManifestSchemaTest.class.getResourceAsStream("/genga/networks/manifest.schema.json")) {
            JsonSchema rules = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);
            return rules.validate(manifest);
        }
    }
}
