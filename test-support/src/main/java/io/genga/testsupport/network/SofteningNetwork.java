package io.genga.testsupport.network;

import io.genga.contracts.id.Sha256;
import java.util.Arrays;
import java.util.List;

/**
 * A network of single frames that enlarges nothing: each sample becomes half of itself and a sixteenth of each of its eight neighbours, those at
 * the picture's edge repeated beyond it.
 */
public final class SofteningNetwork {

    public static final String NAME = "softening-x1";

    private static final int CHANNELS = 3;
    private static final int SIDE = 3;

    private SofteningNetwork() {}

    /** The content of an ONNX file. */
    public static byte[] onnx() {
        OnnxGraph graph = new OnnxGraph(NAME, List.of("input"), List.of("output"));
        String edges = graph.integers("edges", 0, 0, 1, 1, 0, 0, 1, 1);
        String wider = graph.node("Pad", List.of("input", edges), "wider", OnnxGraph.text("mode", "edge"));
        String shape = graph.integers("shape", CHANNELS, 1, SIDE, SIDE);
        String kernels = graph.node("Reshape", List.of(graph.floats("weights", weights()), shape), "kernels");
        graph.node("Conv", List.of(wider, kernels), "output", OnnxGraph.number("group", CHANNELS));
        return graph.onnx();
    }

    /** YAML. */
    public static String manifest() {
        byte[] onnx = onnx();
        return """
                name: %s
                file: %s.onnx
                sha256: %s
                bytes: %d
                scale: 1
                input: {name: input, layout: NCHW, type: float32, colour: RGB, range: [0, 1]}
                output: {name: output, layout: NCHW, type: float32, colour: RGB, range: [0, 1], clamped: false}
                parameters: %d
                receptiveFieldRadius: 1
                paddingMultiple: 1
                tileAlignment: 1
                temporalContract: single-frame
                dynamic: {batch: true, height: true, width: true}
                licence: Apache-2.0
                """.formatted(NAME, NAME, Sha256.of(onnx), onnx.length, CHANNELS * SIDE * SIDE);
    }

    private static float[] weights() {
        float[] weights = new float[CHANNELS * SIDE * SIDE];
        Arrays.fill(weights, 1f / 16);
        for (int channel = 0; channel < CHANNELS; channel++) {
            weights[channel * SIDE * SIDE + SIDE * SIDE / 2] = 1f / 2;
        }
        return weights;
    }
}
