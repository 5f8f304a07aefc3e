package io.genga.standalone.platform;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.inference.Device;
import io.genga.upscaling.inference.DeviceKind;
import io.genga.upscaling.inference.DeviceTrial;
import io.genga.upscaling.inference.NativeDirectory;
import io.genga.upscaling.inference.UnavailableDeviceException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What networks are to run on.
 *
 * @param gpu number of the GPU, from 0; without effect on the processor
 * @param nativeDirectory with native libraries of ONNX Runtime to be used instead of genga's
 */
public record DeviceChoice(DeviceKind kind, int gpu, Optional<Path> nativeDirectory) {

    /** The processor, with what comes with genga. */
    public static final DeviceChoice PROCESSOR = new DeviceChoice(DeviceKind.CPU, 0, Optional.empty());

    /** With all processors of the machine, where it is the processor. */
    public Device device() {
        return switch (kind) {
            case CPU -> new Device.Cpu(Runtime.getRuntime().availableProcessors());
            case CUDA -> new Device.Cuda(gpu);
        };
    }

    /**
     * Tries the device, before anything else is started.
     *
     * @throws CommandException where no network could run on it
     */
    public void require() {
        nativeDirectory.ifPresent(DeviceChoice::useNatives);
        if (kind == DeviceKind.CUDA) {
            tryGpu();
        }
    }

    /** By the names of the services' configuration. */
    Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("genga.worker.device", kind.toString());
        properties.put("genga.worker.gpu", Integer.toString(gpu));
        nativeDirectory.ifPresent(folder -> properties.put("genga.worker.native-directory", folder.toString()));
        return properties;
    }

    private static void useNatives(Path folder) {
        try {
            NativeDirectory.use(folder);
        } catch (UnavailableDeviceException e) {
            throw new CommandException(ExitCode.WRONG_USAGE, e.getMessage(), e);
        }
    }

    private void tryGpu() {
        try {
            DeviceTrial.require(device());
        } catch (UnavailableDeviceException e) {
            throw new CommandException(ExitCode.IN_USE, e.getMessage(), e);
        }
    }
}
