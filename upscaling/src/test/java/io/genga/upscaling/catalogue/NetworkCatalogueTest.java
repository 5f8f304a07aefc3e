package io.genga.upscaling.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.id.Sha256;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NetworkCatalogueTest {

    private final NetworkCatalogue catalogue = NetworkCatalogue.builtIn();

    @Test
    void our_own_network_in_two_precisions_and_one_without_cost_are_built_in() {
        assertThat(catalogue.names()).containsExactly("genga-cel-x2", "genga-cel-x2-int8", "nearest-x2");
        assertThat(catalogue.networks()).extracting(NetworkManifest::scale).containsExactly(2, 2, 2);
    }

    @Test
    void a_network_is_found_by_name_and_by_sha256() {
        CataloguedNetwork named = catalogue.find("genga-cel-x2").orElseThrow();

        assertThat(catalogue.find(named.manifest().sha256())).containsSame(named);
        assertThat(Sha256.of(named.onnx())).isEqualTo(named.manifest().sha256());
    }

    @Test
    void an_unknown_network_is_not_found() {
        assertThat(catalogue.find("genga-cel-x3")).isEmpty();
        assertThat(catalogue.find(Sha256.of(new byte[0]))).isEmpty();
    }

    @Test
    void whoever_changes_the_bytes_changes_a_copy() {
        CataloguedNetwork network = catalogue.find("nearest-x2").orElseThrow();

        Arrays.fill(network.onnx(), (byte) 0);

        assertThat(Sha256.of(network.onnx())).isEqualTo(network.manifest().sha256());
    }
}
