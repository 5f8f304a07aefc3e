package io.genga.upscaling.inference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with native libraries of ONNX Runtime, of the same version, to be used instead of those that come with genga. */
public final class NativeDirectory {

    /** Read by ONNX Runtime when its first class is loaded. */
    private static final String PROPERTY = "onnxruntime.native.path";

    /** With CUDA libonnxruntime_providers_shared.so and libonnxruntime_providers_cuda.so as well. */
    private static final List<String> LIBRARIES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");

    private NativeDirectory() {}

    /**
     * Loads ONNX Runtime's native libraries from here, for the rest of this process. Without effect where they were loaded before.
     *
     * @throws UnavailableDeviceException where the folder lacks one of them, or they cannot be loaded
     */
    public static void use(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnavailableDeviceException(
                    "there is no folder " + folder + " with native libraries of ONNX Runtime: check the path");
        }
        for (String library : LIBRARIES) {
            if (!Files.isRegularFile(folder.resolve(library))) {
                throw new UnavailableDeviceException("the folder " + folder + " holds no " + library
                        + ": give one with the native libraries of ONNX Runtime");
            }
        }
        System.setProperty(PROPERTY, folder.toAbsolutePath().toString());
        load(folder);
    }

    private static void load(Path folder) {
        try {
            OnnxRuntimeEnvironment.get();
        } catch (LinkageError e) {
            throw new UnavailableDeviceException(
                    "the native libraries in " + folder + " cannot be loaded (" + firstCause(e)
                            + "): give those of ONNX Runtime 1.29.0 for this machine",
                    e);
        }
    }

    private static String firstCause(Throwable failure) {
        return failure.getCause() == null ? failure.getMessage() : firstCause(failure.getCause());
    }
}
