package io.genga.upscaling.tile;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.id.PoolName;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.PictureSettings;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.X264Settings;
import io.genga.testsupport.network.BothWaysNetwork;
import io.genga.testsupport.network.RememberingNetwork;
import io.genga.testsupport.network.SofteningNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkChain;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkPlannerTest {

    private final NetworkManifest local =
            NetworkCatalogue.builtIn().find("genga-cel-x2").orElseThrow().manifest();

    @Test
    void drawings_are_reused_as_asked_for() {
        assertThat(plan(local).reuse()).isEqualTo(DrawingReuse.FAITHFUL);
    }

    @Test
    void a_network_that_averages_over_its_tile_reuses_equal_tiles_only() {
        String yaml = new String(local.toYaml(), StandardCharsets.UTF_8) + "globalPooling: true\n";

        PlannedNetwork planned = plan(NetworkManifest.fromYaml(yaml.getBytes(StandardCharsets.UTF_8), "test"));

        assertThat(planned.reuse()).isEqualTo(DrawingReuse.EXACT);
        assertThat(planned.scale()).isEqualTo(2);
    }

    @Test
    void a_network_that_remembers_takes_whole_frames_and_reuses_nothing() {
        String yaml = RememberingNetwork.manifest(12);

        PlannedNetwork planned =
                plan(NetworkManifest.fromYaml(yaml.getBytes(StandardCharsets.UTF_8), "test"), 2002, 1501);

        assertThat(planned.reuse()).isEqualTo(DrawingReuse.OFF);
        assertThat(planned.tiles()).isEqualTo(new PlannedTiles(2004, 1504, 0));
        assertThat(planned.optionalWarmUp()).hasValue(12);
        assertThat(plan(local).optionalWarmUp()).isEmpty();
    }

    @Test
    void a_network_that_goes_both_ways_warms_up_as_one_that_remembers_does() {
        NetworkManifest bothWays =
                NetworkManifest.fromYaml(BothWaysNetwork.manifest(9).getBytes(StandardCharsets.UTF_8), "test");

        assertThat(plan(bothWays).optionalWarmUp()).hasValue(9);
        assertThat(plan(bothWays, 640, 480, 2).optionalWarmUp()).hasValue(2);
        assertThat(plan(bothWays).reuse()).isEqualTo(DrawingReuse.OFF);
    }

    @Test
    void another_warm_up_than_the_networks_can_be_asked_for() {
        NetworkManifest remembering =
                NetworkManifest.fromYaml(RememberingNetwork.manifest(12).getBytes(StandardCharsets.UTF_8), "test");

        assertThat(plan(remembering, 640, 480, 0).optionalWarmUp()).hasValue(0);
        assertThat(plan(local, 640, 480, 30).optionalWarmUp()).isEmpty();
    }

    @Test
    void each_network_of_a_chain_is_planned_for_the_pictures_that_it_is_given() {
        NetworkManifest softening =
                NetworkManifest.fromYaml(SofteningNetwork.manifest().getBytes(StandardCharsets.UTF_8), "test");
        List<NetworkReference> earlier = List.of(reference(softening), reference(local));
        RemasterRequest request = request(reference(local), null, new PictureSettings(720, 2160, 80), earlier);

        PlannedNetwork planned = NetworkPlanner.plan(
                NetworkChain.of(softening, local, local), request, new PictureSize(1920, 1080), 640 * 480);

        assertThat(planned.chain())
                .extracting(PlannedNetwork::reference)
                .containsExactly(reference(softening), reference(local), reference(local));
        assertThat(planned.chain())
                .extracting(PlannedNetwork::tiles)
                .containsExactly(
                        TileShape.choose(softening, 1280, 720, 640 * 480),
                        TileShape.choose(local, 1280, 720, 640 * 480),
                        TileShape.choose(local, 2560, 1440, 640 * 480))
                .doesNotHaveDuplicates();
        assertThat(planned.totalScale()).isEqualTo(4);
        assertThat(planned.reducedTo()).isEqualTo(new PictureSize(1280, 720));
        assertThat(planned.strength()).isEqualTo(80);
        assertThat(planned.earlier()).extracting(PlannedNetwork::reducedTo).containsOnlyNulls();
    }

    private static NetworkReference reference(NetworkManifest manifest) {
        return new NetworkReference(manifest.name(), manifest.sha256());
    }

    private static RemasterRequest request(
            NetworkReference network, Integer warmUp, PictureSettings picture, List<NetworkReference> earlier) {
        return new RemasterRequest(
                network,
                X264Settings.DEFAULT,
                OutputContainer.MATROSKA,
                "film.mkv",
                PoolName.CPU,
                null,
                DrawingReuse.FAITHFUL,
                null,
                null,
                null,
                warmUp,
                picture,
                earlier);
    }

    private static PlannedNetwork plan(NetworkManifest manifest) {
        return plan(manifest, 640, 480);
    }

    private static PlannedNetwork plan(NetworkManifest manifest, int width, int height) {
        return plan(manifest, width, height, null);
    }

    private static PlannedNetwork plan(NetworkManifest manifest, int width, int height, Integer warmUp) {
        RemasterRequest request = request(reference(manifest), warmUp, null, List.of());
        return NetworkPlanner.plan(
                NetworkChain.of(manifest), request, new PictureSize(width, height), TileShape.DEFAULT_MAX_TILE_PIXELS);
    }
}
