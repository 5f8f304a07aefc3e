package io.genga.upscaling.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.testsupport.network.BothWaysNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CataloguedNetworkTest {

    private final CataloguedNetwork builtIn =
            NetworkCatalogue.builtIn().find("genga-cel-x2").orElseThrow();

    private Path onnx;
    private Path yaml;

    @BeforeEach
    void writeNetworkOfOnesOwn(@TempDir Path folder) throws IOException {
        onnx = Files.write(folder.resolve("mine.onnx"), builtIn.onnx());
        yaml = Files.write(folder.resolve("mine.yaml"), builtIn.manifest().toYaml());
    }

    @Test
    void a_file_is_read_with_the_manifest_beside_it_and_not_needed_afterwards() throws IOException {
        CataloguedNetwork network = CataloguedNetwork.fromFile(onnx);
        Files.delete(onnx);
        Files.delete(yaml);

        assertThat(network.manifest()).isEqualTo(builtIn.manifest());
        assertThat(network.onnx()).isEqualTo(builtIn.onnx());
    }

    @Test
    void a_missing_file_is_refused() throws IOException {
        Files.delete(onnx);

        assertRefused("there is no network at " + onnx + ": check the path");
    }

    @Test
    void a_missing_manifest_is_refused_with_the_place_where_it_must_be() throws IOException {
        Files.delete(yaml);

        assertRefused(onnx + " has no manifest: describe it in " + yaml + ", as upscaling/README.md says");
    }

    @Test
    void a_wrong_manifest_is_named_by_its_path() throws IOException {
        Files.writeString(yaml, "name: Mine\n");

        assertRefused(yaml + ": the field 'name' is \"Mine\", but must be lower-case letters, digits, '.' and '-'");
    }

    @Test
    void a_truncated_file_is_refused() throws IOException {
        Files.write(onnx, Arrays.copyOf(builtIn.onnx(), 100_000));

        assertRefused(onnx + " has 100000 bytes, but its manifest says 317634: fetch the file again,"
                + " or correct the manifest");
    }

    @Test
    void a_file_with_one_changed_bit_is_refused() throws IOException {
        byte[] changed = builtIn.onnx();
        changed[changed.length / 2] ^= 1;
        Files.write(onnx, changed);

        assertThatThrownBy(() -> CataloguedNetwork.fromFile(onnx))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageStartingWith(onnx + " has the sha256 ")
                .hasMessageContaining(
                        "but its manifest says " + builtIn.manifest().sha256());
    }

    @Test
    void the_manifest_of_a_network_leads_to_its_file_too() {
        assertThat(CataloguedNetwork.fromFile(yaml).onnx()).isEqualTo(builtIn.onnx());
    }

    @Test
    void a_graph_that_is_missing_or_changed_is_named(@TempDir Path folder) throws IOException {
        Path both = BothWaysNetwork.write(folder, 8);
        Path flow = folder.resolve("both-ways-x2.flow.onnx");
        byte[] changed = Files.readAllBytes(flow);
        changed[changed.length / 2] ^= 1;
        assertThat(CataloguedNetwork.fromFile(both).onnx(GraphRole.FLOW)).isEqualTo(Files.readAllBytes(flow));

        Files.write(flow, changed);
        assertThatThrownBy(() -> CataloguedNetwork.fromFile(both))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageStartingWith(flow + " has the sha256 ");
        Files.delete(flow);
        assertThatThrownBy(() -> CataloguedNetwork.fromFile(both))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessage(both + " describes " + flow + ", which is not there: put it beside its manifest");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> CataloguedNetwork.fromFile(onnx))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessage(message);
    }
}
