package io.genga.upscaling.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;

/** ONNX Runtime in this process. */
final class OnnxRuntimeEnvironment {

    private OnnxRuntimeEnvironment() {}

    /** Loads the native libraries at the first call. They write nothing to the terminal: what fails is thrown. */
    static OrtEnvironment get() {
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
    }
}
