package io.genga.upscaling.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

/**
 * How ONNX Runtime runs networks on the processor. Measured with genga-cel-x2 on 640x480 pixels, two cores, least of 24
 * interleaved runs, in milliseconds with one thread and with two, and the peak memory of the JVM:
 *
 * <pre>
 * arena, no memory pattern        236   126   222 MB
 * arena, memory pattern           238   129   317 MB
 * no arena, memory pattern        281   152   231 MB
 * arena, no pattern, no spinning    -   127
 * </pre>
 */
final class CpuSessionOptions {

    private CpuSessionOptions() {}

    static SessionOptions of(Device.Cpu device) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        options.setExecutionMode(ExecutionMode.SEQUENTIAL);
        options.setIntraOpNumThreads(device.threads());
        options.setCPUArenaAllocator(true);
        options.setMemoryPatternOptimization(false);
        // Threads that wait for work would take the processor from decoder and encoder.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }
}
