package io.genga.upscaling.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.testsupport.network.RememberingNetwork;
import io.genga.testsupport.network.SofteningNetwork;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkChainTest {

    private final NetworkManifest softening = manifest(SofteningNetwork.manifest());
    private final NetworkManifest remembering = manifest(RememberingNetwork.manifest(8));
    private final NetworkManifest enlarging =
            NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow().manifest();

    @Test
    void networks_of_single_frames_run_in_any_order() {
        assertThat(NetworkChain.of(softening, enlarging, enlarging).last()).isEqualTo(enlarging);
        assertThat(NetworkChain.of(enlarging, softening).last()).isEqualTo(softening);
    }

    @Test
    void a_network_that_sees_several_frames_runs_alone() {
        assertThat(NetworkChain.of(remembering).last()).isEqualTo(remembering);
        for (List<NetworkManifest> networks :
                List.of(List.of(remembering, enlarging), List.of(softening, remembering))) {
            assertThatThrownBy(() -> new NetworkChain(networks))
                    .isInstanceOf(UnusableNetworkException.class)
                    .hasMessage(
                            "remembering-x2 sees several frames, and runs alone: name it without others, or networks"
                                    + " for single frames");
        }
    }

    @Test
    void what_no_picture_could_be_made_of_is_refused() {
        assertThatThrownBy(() -> new NetworkChain(List.of())).hasMessageContaining("name at least one");
        assertThat(new NetworkChain(Collections.nCopies(12, enlarging)).networks())
                .hasSize(12);
        assertThatThrownBy(() -> new NetworkChain(Collections.nCopies(13, enlarging)))
                .hasMessage("the networks would make 8192 pixels of one in each direction, more than 4096: leave some"
                        + " out");
    }

    private static NetworkManifest manifest(String yaml) {
        return NetworkManifest.fromYaml(yaml.getBytes(StandardCharsets.UTF_8), "test");
    }
}
