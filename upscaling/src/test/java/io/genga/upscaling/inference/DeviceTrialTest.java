package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import org.junit.jupiter.api.Test;

class DeviceTrialTest {

    @Test
    void a_build_for_the_processor_says_how_to_get_one_for_the_gpu() {
        assumeThat(OrtEnvironment.getAvailableProviders())
                .as("the profile cuda brings another ONNX Runtime")
                .doesNotContain(OrtProvider.CUDA);

        assertThatThrownBy(() -> DeviceTrial.require(new Device.Cuda(0)))
                .isInstanceOf(UnavailableDeviceException.class)
                .hasMessage(
                        "this build has ONNX Runtime for the processor only: build with mvn -Pcuda, or name a folder with"
                                + " its native libraries for CUDA (--native-dir, genga.worker.native-directory)");
    }

    @Test
    void devices_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new Device.Cpu(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Device.Cuda(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
