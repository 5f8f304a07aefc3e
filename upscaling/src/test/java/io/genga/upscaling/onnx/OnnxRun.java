package io.genga.upscaling.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import java.util.Random;

/** ONNX Runtime on one picture of [plane][row][column]. */
final class OnnxRun {

    private OnnxRun() {}

    static float[][][] of(ModelProto model, float[][][] picture) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model.toByteArray());
                OnnxTensor input = OnnxTensor.createTensor(environment, new float[][][][] {picture});
                OrtSession.Result result = session.run(Map.of("input", input))) {
            return ((float[][][][]) result.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    static float[][][] picture(int height, int width) {
        Random random = new Random(7);
        return Reference.map(3, height, width, (p, r, c) -> random.nextFloat());
    }

    static double largestDifference(float[][][] x, float[][][] y) {
        if (x.length != y.length || x[0].length != y[0].length || x[0][0].length != y[0][0].length) {
            throw new AssertionError("pictures of different sizes");
        }
        double largest = 0;
        for (int p = 0; p < x.length; p++) {
            for (int r = 0; r < x[0].length; r++) {
                for (int c = 0; c < x[0][0].length; c++) {
                    largest = Math.max(largest, Math.abs(x[p][r][c] - y[p][r][c]));
                }
            }
        }
        return largest;
    }
}
