package io.genga.standalone.command;

import io.genga.standalone.platform.DeviceChoice;
import io.genga.upscaling.inference.DeviceKind;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --device} and what belongs to it. */
final class DeviceOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--device",
            paramLabel = "D",
            defaultValue = "cpu",
            description = "what networks run on: cpu or cuda, a GPU of NVIDIA; ${DEFAULT-VALUE} by default")
    private DeviceKind device;

    @Option(names = "--gpu", paramLabel = "N", description = "which GPU, counted from 0; 0 by default")
    private Integer gpu;

    @Option(
            names = "--native-dir",
            paramLabel = "DIR",
            description =
                    "take ONNX Runtime's native libraries from here, for example those for another version of CUDA")
    private Path nativeDirectory;

    DeviceChoice choice() {
        if (gpu != null && device != DeviceKind.CUDA) {
            throw new ParameterException(command.commandLine(), "--gpu needs --device cuda");
        }
        if (gpu != null && gpu < 0) {
            throw new ParameterException(command.commandLine(), "--gpu counts from 0, there is no " + gpu);
        }
        return new DeviceChoice(
                device,
                gpu == null ? 0 : gpu,
                Optional.ofNullable(nativeDirectory).map(Path::toAbsolutePath));
    }
}
