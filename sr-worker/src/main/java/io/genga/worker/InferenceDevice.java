package io.genga.worker;

import io.genga.upscaling.inference.Device;
import io.genga.upscaling.inference.DeviceTrial;
import io.genga.upscaling.inference.NativeDirectory;
import io.genga.upscaling.inference.UnavailableDeviceException;
import jakarta.enterprise.context.ApplicationScoped;

/** What this worker runs networks on. */
@ApplicationScoped
public class InferenceDevice {

    private final WorkerConfiguration configuration;

    InferenceDevice(WorkerConfiguration configuration) {
        this.configuration = configuration;
    }

    Device chosen() {
        return switch (configuration.device()) {
            case CPU -> new Device.Cpu(threads());
            case CUDA -> new Device.Cuda(configuration.gpu());
        };
    }

    /** Chunks upscaled at the same time. */
    int slots() {
        return configuration.slots().orElse(configuration.device().chunksAtOnce());
    }

    /**
     * To be called before any network is opened.
     *
     * @throws UnavailableDeviceException where no network could run
     */
    void require() {
        configuration.nativeDirectory().ifPresent(NativeDirectory::use);
        DeviceTrial.require(chosen());
    }

    private int threads() {
        int share = Runtime.getRuntime().availableProcessors() / slots();
        return configuration.inferenceThreads().orElse(Math.max(1, share));
    }
}
