package io.genga.upscaling.inference;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.Map;

/**
 * How ONNX Runtime runs networks on a GPU. Where its CUDA provider cannot be loaded this fails; there is no silent return to the
 * processor. Single operators for which CUDA has no kernel still run there, shapes above all, which ONNX Runtime puts there on
 * purpose; so {@code session.disable_cpu_ep_fallback} stays off. Nothing of this was measured yet.
 */
final class CudaSessionOptions {

    private static final Map<String, String> PROVIDER = Map.of(
            // EXHAUSTIVE chooses by timing, so two runs could differ in their last bits.
            "cudnn_conv_algo_search", "HEURISTIC",
            // All tiles have one shape: what the first one took is what all will take.
            "arena_extend_strategy", "kSameAsRequested",
            "do_copy_in_default_stream", "1",
            // TF32 keeps 10 bits of a number's fraction instead of 23: results would differ from the processor's by
            // more than rounding.
            "use_tf32", "0");

    private CudaSessionOptions() {}

    static SessionOptions of(Device.Cuda device) throws OrtException {
        SessionOptions options = new SessionOptions();
        try (OrtCUDAProviderOptions provider = new OrtCUDAProviderOptions(device.gpu())) {
            for (Map.Entry<String, String> option : PROVIDER.entrySet()) {
                provider.add(option.getKey(), option.getValue());
            }
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            options.setExecutionMode(ExecutionMode.SEQUENTIAL);
            options.setIntraOpNumThreads(1);
            options.addCUDA(provider);
            return options;
        } catch (OrtException e) {
            options.close();
            throw e;
        }
    }
}
