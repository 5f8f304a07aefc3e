package io.genga.upscaling.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.genga.upscaling.onnx.ZerosNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tensors of zeros in ONNX Runtime's own memory, which is freed at once: a state can be larger than all the memory that Java gives
 * outside of its heap. Closing this closes them.
 */
final class ZeroTensors implements AutoCloseable {

    private final OrtSession session;
    private final List<OrtSession.Result> made = new ArrayList<>();

    ZeroTensors() {
        try {
            session = OnnxRuntimeEnvironment.get().createSession(ZerosNetwork.onnx());
        } catch (OrtException e) {
            throw new InferenceException("no tensors of zeros can be had", e);
        }
    }

    OnnxTensor of(long... shape) {
        try (OnnxTensor wanted = OnnxTensor.createTensor(OnnxRuntimeEnvironment.get(), shape)) {
            OrtSession.Result zeros = session.run(Map.of(ZerosNetwork.SHAPE, wanted));
            made.add(zeros);
            return (OnnxTensor) zeros.get(0);
        } catch (OrtException e) {
            throw new InferenceException("no zeros can be had for what the network hands itself", e);
        }
    }

    @Override
    public void close() {
        made.forEach(OrtSession.Result::close);
        try {
            session.close();
        } catch (OrtException e) {
            throw new InferenceException("what makes zeros cannot be closed", e);
        }
    }
}
