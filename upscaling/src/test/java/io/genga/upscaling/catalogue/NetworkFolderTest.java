package io.genga.upscaling.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.testsupport.network.BothWaysNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFolderTest {

    private final CataloguedNetwork network =
            NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow();

    @TempDir
    Path folder;

    @Test
    void a_folder_that_does_not_exist_holds_no_networks() {
        NetworkFolder none = new NetworkFolder(folder.resolve("none"));

        assertThat(none.networks()).isEmpty();
        assertThat(none.find("nearest-x2")).isEmpty();
    }

    @Test
    void an_added_network_is_found_by_its_name_and_nothing_else_is_left() throws IOException {
        NetworkFolder networks = new NetworkFolder(folder.resolve("models"));

        networks.add(network);
        networks.add(network);

        assertThat(networks.names()).containsExactly("nearest-x2");
        assertThat(networks.find("nearest-x2").orElseThrow().onnx()).isEqualTo(network.onnx());
        try (Stream<Path> files = Files.list(networks.root())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("nearest-x2.onnx", "nearest-x2.yaml");
        }
    }

    @Test
    void a_network_of_several_files_is_found_by_its_name() throws IOException {
        CataloguedNetwork both = BothWays.network(BothWaysNetwork.manifest(8));
        NetworkFolder networks = new NetworkFolder(folder);

        networks.add(both);

        assertThat(networks.names()).containsExactly("both-ways-x2");
        assertThat(networks.file("both-ways-x2"))
                .hasFileName("both-ways-x2.yaml")
                .exists();
        CataloguedNetwork found = networks.find("both-ways-x2").orElseThrow();
        assertThat(found.manifest()).isEqualTo(both.manifest());
        assertThat(GraphRole.ofBothDirections())
                .allSatisfy(role -> assertThat(found.onnx(role)).isEqualTo(both.onnx(role)));
    }

    @Test
    void a_name_cannot_lead_out_of_the_folder() throws IOException {
        new NetworkFolder(folder).add(network);
        NetworkFolder below = new NetworkFolder(Files.createDirectory(folder.resolve("below")));

        assertThat(List.of("../nearest-x2", folder + "/nearest-x2", "")).noneMatch(below::contains);
    }

    @Test
    void a_damaged_network_is_refused_when_it_is_used() throws IOException {
        NetworkFolder networks = new NetworkFolder(folder);
        networks.add(network);
        Files.write(networks.file("nearest-x2"), new byte[266]);

        assertThatThrownBy(() -> networks.find("nearest-x2"))
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageContaining("sha256");
    }
}
