package io.genga.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.upscaling.inference.Device;
import io.genga.upscaling.inference.UnavailableDeviceException;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InferenceDeviceTest {

    @Test
    void networks_run_on_the_processor_unless_told_otherwise() {
        InferenceDevice device = device(Map.of("genga.worker.inference-threads", "3"));

        assertThat(device.chosen()).isEqualTo(new Device.Cpu(3));
        assertThatCode(device::require).doesNotThrowAnyException();
    }

    @Test
    void a_gpu_works_on_two_chunks_at_once_where_nobody_says_otherwise() {
        Map<String, String> cuda = Map.of("genga.worker.device", "cuda");

        assertThat(device(Map.of()).slots()).isEqualTo(1);
        assertThat(device(cuda).slots()).isEqualTo(2);
        assertThat(device(Map.of("genga.worker.device", "cuda", "genga.worker.slots", "5"))
                        .slots())
                .isEqualTo(5);
    }

    @Test
    void a_gpu_that_cannot_be_used_keeps_the_worker_from_starting() {
        InferenceDevice device = device(Map.of("genga.worker.device", "cuda", "genga.worker.gpu", "77"));

        assertThat(device.chosen()).isEqualTo(new Device.Cuda(77));
        assertThatThrownBy(device::require).isInstanceOf(UnavailableDeviceException.class);
    }

    @Test
    void native_libraries_that_are_not_there_keep_the_worker_from_starting(@TempDir Path folder) {
        InferenceDevice device = device(Map.of("genga.worker.native-directory", folder.toString()));

        assertThatThrownBy(device::require)
                .isInstanceOf(UnavailableDeviceException.class)
                .hasMessageContaining("libonnxruntime.so");
    }

    private static InferenceDevice device(Map<String, String> configuration) {
        return new InferenceDevice(new SmallRyeConfigBuilder()
                .withMapping(WorkerConfiguration.class)
                .withDefaultValues(configuration)
                .build()
                .getConfigMapping(WorkerConfiguration.class));
    }
}
