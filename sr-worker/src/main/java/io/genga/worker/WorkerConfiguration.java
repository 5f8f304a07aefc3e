package io.genga.worker;

import io.genga.upscaling.inference.DeviceKind;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** What this worker offers. */
@ConfigMapping(prefix = "genga.worker")
public interface WorkerConfiguration {

    /** The pool whose chunks it takes; one of {@code genga.pools}. */
    @WithDefault("cpu")
    String pool();

    /** Chunks upscaled at the same time; as many as suit the device where unset. They share one session of each network. */
    OptionalInt slots();

    /** What networks run on. */
    @WithDefault("cpu")
    DeviceKind device();

    /** Number of the GPU, from 0; without effect on the processor. */
    @WithDefault("0")
    int gpu();

    /** A folder with native libraries of ONNX Runtime to be used instead of those that come with the worker. */
    Optional<Path> nativeDirectory();

    /** Threads of one inference on the processor; the machine's processors divided by the slots where unset. */
    OptionalInt inferenceThreads();
}
