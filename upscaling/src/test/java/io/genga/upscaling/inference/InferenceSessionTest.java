package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.Manifests;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InferenceSessionTest {

    private static final Device ONE_THREAD = new Device.Cpu(1);

    private final String yaml = Manifests.yaml("nearest-x2");
    private final byte[] onnx =
            NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow().onnx();

    @Test
    void a_network_of_an_unknown_operator_is_refused_by_name() {
        byte[] changed = new String(onnx, StandardCharsets.ISO_8859_1)
                .replace("Resize", "Rezise")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(Manifests.network(yaml, changed), "the network nearest-x2", "cannot be run: export it again");
    }

    @Test
    void a_file_without_a_network_is_refused() {
        byte[] onlyAVersion = {8, 8};

        assertRefused(Manifests.network(yaml, onlyAVersion), "the network nearest-x2", "cannot be run");
    }

    @Test
    void a_manifest_with_another_scale_is_refused() {
        assertRefused(
                Manifests.network(Manifests.yaml("nearest-x2", "scale", 3), onnx),
                "the manifest of nearest-x2 says that its scale is 3, but the network turns 16x16 pixels"
                        + " into the tensor [1, 3, 32, 32]: correct the manifest");
    }

    @Test
    void a_manifest_with_another_input_is_refused() {
        assertRefused(
                Manifests.network(yaml.replace("name: input,", "name: picture,"), onnx),
                "the manifest of nearest-x2 says that its input is named 'picture', but the network has inputs named"
                        + " [input]: correct the manifest");
    }

    @Test
    void tensors_are_used_again_by_the_next_upscaler_of_the_same_shape() {
        PlannedTiles tiles = new PlannedTiles(8, 4, 0);
        try (InferenceSession session = InferenceSession.open(Manifests.network(yaml, onnx), ONE_THREAD)) {
            TileTensors first = session.tensors().acquire(tiles);
            TileTensors meanwhile = session.tensors().acquire(tiles);
            session.tensors().giveBack(tiles, first);

            assertThat(session.tensors().acquire(tiles)).isSameAs(first).isNotSameAs(meanwhile);
            assertThat(session.tensors().acquire(new PlannedTiles(4, 8, 0))).isNotSameAs(first);
        }
    }

    private static void assertRefused(CataloguedNetwork network, String... messages) {
        assertThatThrownBy(() -> InferenceSession.open(network, ONE_THREAD).close())
                .isInstanceOf(UnusableNetworkException.class)
                .hasMessageContainingAll(messages)
                .hasMessageNotContaining("\n");
    }
}
