package io.genga.upscaling.tile;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.id.PoolName;
import io.genga.contracts.plan.PlannedNetwork;
import io.genga.contracts.request.DrawingReuse;
import io.genga.contracts.request.NetworkReference;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.RemasterRequest;
import io.genga.contracts.request.X264Settings;
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

    private static PlannedNetwork plan(NetworkManifest manifest) {
        RemasterRequest request = new RemasterRequest(
                new NetworkReference(manifest.name(), manifest.sha256()),
                X264Settings.DEFAULT,
                OutputContainer.MATROSKA,
                "film.mkv",
                PoolName.CPU,
                null,
                DrawingReuse.FAITHFUL,
                null);
        return NetworkPlanner.plan(manifest, request, 640, 480, TileShape.DEFAULT_MAX_TILE_PIXELS);
    }
}
