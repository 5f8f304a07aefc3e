package io.genga.upscaling.inference;

import ai.onnxruntime.OrtException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ONNX Runtime's errors mean where a GPU cannot be used. The texts are those of ONNX Runtime 1.29.0. */
final class CudaFailure {

    private static final String NOT_BUILT_IN = "Failed to find CUDA shared provider";
    private static final String DRIVER = "libcuda.so.1";
    private static final Pattern MISSING_LIBRARY = Pattern.compile("(\\S+\\.so\\S*): cannot open shared object file");
    private static final Pattern NO_CUDNN = Pattern.compile("cuDNN is (?:not available|unavailable)");
    private static final Pattern NO_SUCH_GPU = Pattern.compile("Invalid device ID: ");
    private static final Pattern REFUSED = Pattern.compile("(?:CUDA|CUDNN|CUBLAS) failure (\\d+): ([^;]+?) *;");

    private CudaFailure() {}

    /** Empty where the failure is not the GPU's, but for example the network's. */
    static Optional<UnavailableDeviceException> of(Device.Cuda device, OrtException failure) {
        return explanation(device, failure.getMessage())
                .map(sentence -> new UnavailableDeviceException(sentence, failure));
    }

    private static Optional<String> explanation(Device.Cuda device, String message) {
        if (message.contains(NOT_BUILT_IN)) {
            return Optional.of(
                    "this build has ONNX Runtime for the processor only: build with mvn -Pcuda, or name a folder"
                            + " with its native libraries for CUDA (--native-dir, genga.worker.native-directory)");
        }
        Matcher library = MISSING_LIBRARY.matcher(message);
        if (library.find()) {
            return Optional.of(missing(library.group(1)));
        }
        if (NO_CUDNN.matcher(message).find()) {
            return Optional.of(missing("libcudnn.so.9"));
        }
        if (NO_SUCH_GPU.matcher(message).find()) {
            return Optional.of("there is no " + device + ": see what nvidia-smi lists, from 0 on");
        }
        Matcher refused = REFUSED.matcher(message);
        return refused.find() ? Optional.of(refused(device, refused)) : Optional.empty();
    }

    private static String missing(String library) {
        return library.equals(DRIVER)
                ? "NVIDIA's driver is missing (" + DRIVER + "): install it, and give a container access to the GPU"
                : "the library " + library
                        + " is missing: install the CUDA or cuDNN that has it, and name its folder in"
                        + " LD_LIBRARY_PATH";
    }

    private static String refused(Device.Cuda device, Matcher failure) {
        return device + " cannot be used, since CUDA answers '" + failure.group(2) + "' (" + failure.group(1)
                + "): see what nvidia-smi says of GPU and driver";
    }
}
