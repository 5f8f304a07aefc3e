package io.genga.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.platform.PlatformSettings.RestApi;
import io.genga.upscaling.inference.DeviceKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlatformSettingsTest {

    private static final DataDirectory DIRECTORY = new DataDirectory(Path.of("/data"));

    @Test
    void the_processors_are_shared_by_the_workers() {
        Map<String, String> properties = new PlatformSettings(
                        DIRECTORY, 64, DeviceChoice.PROCESSOR, new RestApi.Closed())
                .properties(name -> null);

        assertThat(properties).containsEntry("genga.worker.slots", "64");
        assertThat(Integer.parseInt(properties.get("genga.worker.inference-threads")))
                .isEqualTo(Math.max(1, Runtime.getRuntime().availableProcessors() / 64));
    }

    @Test
    void what_the_user_set_in_the_environment_stays() {
        Map<String, String> environment = Map.of("GENGA_WORK_HEARTBEAT_INTERVAL", "PT9S");

        Map<String, String> properties = new PlatformSettings(
                        DIRECTORY, 1, DeviceChoice.PROCESSOR, new RestApi.Closed())
                .properties(environment::get);

        assertThat(properties)
                .doesNotContainKey("genga.work.heartbeat-interval")
                .containsKey("genga.worker.slots");
    }

    @Test
    void only_a_server_listens_and_watches_its_inbox() {
        Map<String, String> closed = new PlatformSettings(DIRECTORY, 1, DeviceChoice.PROCESSOR, new RestApi.Closed())
                .properties(name -> null);
        Map<String, String> open = new PlatformSettings(DIRECTORY, 1, DeviceChoice.PROCESSOR, new RestApi.Open(8099))
                .properties(name -> null);

        assertThat(closed)
                .containsEntry("quarkus.http.host-enabled", "false")
                .containsEntry("genga.ingest.reconcile.enabled", "false");
        assertThat(open)
                .containsEntry("quarkus.http.port", "8099")
                .containsEntry("genga.ingest.reconcile.enabled", "true")
                .doesNotContainKey("quarkus.http.host-enabled");
    }

    @Test
    void the_worker_is_told_its_device() {
        DeviceChoice gpu = new DeviceChoice(DeviceKind.CUDA, 3, Optional.of(Path.of("/natives")));

        assertThat(new PlatformSettings(DIRECTORY, 1, gpu, new RestApi.Closed()).properties(name -> null))
                .containsEntry("genga.worker.device", "cuda")
                .containsEntry("genga.worker.gpu", "3")
                .containsEntry("genga.worker.native-directory", "/natives");
    }
}
