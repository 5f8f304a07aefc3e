package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import org.junit.jupiter.api.Test;

/** The texts are what ONNX Runtime 1.29.0 said on machines that lack what each test names. */
class CudaFailureTest {

    private static final String LOADING =
            "/onnxruntime_src/onnxruntime/core/session/provider_bridge_ort.cc:1988 onnxruntime::Provider&"
                    + " onnxruntime::ProviderLibrary::Get() [ONNXRuntimeError] : 1 : FAIL : Failed to load library"
                    + " /tmp/onnxruntime-java9173296251961254269/libonnxruntime_providers_cuda.so with error: %s: cannot open"
                    + " shared object file: No such file or directory\n";

    private static final String COUNTING =
            "/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_execution_provider_info.cc:62 static"
                    + " onnxruntime::CUDAExecutionProviderInfo onnxruntime::CUDAExecutionProviderInfo::FromProviderOptions(const"
                    + " onnxruntime::ProviderOptions&) [ONNXRuntimeError] : 1 : FAIL : provider_options_utils.h:187 Parse Failed to"
                    + " parse provider option \"device_id\": CUDA failure %s ; GPU=-1 ; hostname=vm ;"
                    + " file=/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_execution_provider_info.cc ; line=69 ;"
                    + " expr=cudaGetDeviceCount(&num_devices); \n";

    @Test
    void a_missing_library_of_cuda_is_named() {
        assertThat(sentence(LOADING.formatted("libcublasLt.so.12")))
                .isEqualTo(
                        "the library libcublasLt.so.12 is missing: install the CUDA or cuDNN that has it, and name its"
                                + " folder in LD_LIBRARY_PATH");
    }

    @Test
    void a_missing_driver_is_told_from_a_missing_library() {
        assertThat(sentence(LOADING.formatted("libcuda.so.1")))
                .isEqualTo(
                        "NVIDIA's driver is missing (libcuda.so.1): install it, and give a container access to the GPU");
    }

    @Test
    void a_machine_without_a_gpu_is_told_in_the_words_of_cuda() {
        assertThat(sentence(COUNTING.formatted("100: no CUDA-capable device is detected")))
                .isEqualTo(
                        "GPU 1 cannot be used, since CUDA answers 'no CUDA-capable device is detected' (100): see what"
                                + " nvidia-smi says of GPU and driver");
    }

    @Test
    void a_driver_that_is_too_old_is_told_in_the_words_of_cuda() {
        assertThat(sentence(COUNTING.formatted("35: CUDA driver version is insufficient for CUDA runtime version")))
                .startsWith(
                        "GPU 1 cannot be used, since CUDA answers 'CUDA driver version is insufficient for CUDA runtime"
                                + " version' (35)");
    }

    @Test
    void what_has_nothing_to_do_with_the_gpu_is_left_to_others() {
        OrtException failure =
                new OrtException("Error code - ORT_INVALID_GRAPH - message: Rezise is not a registered op");

        assertThat(CudaFailure.of(new Device.Cuda(1), failure)).isEmpty();
    }

    private static String sentence(String message) {
        OrtException failure = new OrtException(OrtException.OrtErrorCode.ORT_FAIL, message);
        return CudaFailure.of(new Device.Cuda(1), failure).orElseThrow().getMessage();
    }
}
