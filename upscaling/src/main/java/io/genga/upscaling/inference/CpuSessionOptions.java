package io.genga.upscaling.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

/** How ONNX Runtime runs networks on the processor. */
final class CpuSessionOptions {

    private CpuSessionOptions() {}

    static SessionOptions of(InferenceSettings settings) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        options.setExecutionMode(ExecutionMode.SEQUENTIAL);
        options.setIntraOpNumThreads(settings.intraOpThreads());
        options.setCPUArenaAllocator(true);
        options.setMemoryPatternOptimization(false);
        return options;
    }
}
