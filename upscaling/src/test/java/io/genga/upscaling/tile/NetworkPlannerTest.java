package io.genga.upscaling.tile;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.id.PoolName;
import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.X264Settings;
import io.genga.testsupport.network.RememberingNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.nio.charset.StandardCharsets;
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
    void another_warm_up_than_the_networks_can_be_asked_for() {
        NetworkManifest remembering =
                NetworkManifest.fromYaml(RememberingNetwork.manifest(12).getBytes(StandardCharsets.UTF_8), "test");

        assertThat(plan(remembering, 640, 480, 0).optionalWarmUp()).hasValue(0);
        assertThat(plan(local, 640, 480, 30).optionalWarmUp()).isEmpty();
    }

    private static PlannedNetwork plan(NetworkManifest manifest) {
        return plan(manifest, 640, 480);
    }

    private static PlannedNetwork plan(NetworkManifest manifest, int width, int height) {
        return plan(manifest, width, height, null);
    }

    private static PlannedNetwork plan(NetworkManifest manifest, int width, int height, Integer warmUp) {
        RemasterRequest request = new RemasterRequest(
                new NetworkReference(manifest.name(), manifest.sha256()),
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
                null);
        return NetworkPlanner.plan(
                manifest, request, new PictureSize(width, height), TileShape.DEFAULT_MAX_TILE_PIXELS);
    }
}
