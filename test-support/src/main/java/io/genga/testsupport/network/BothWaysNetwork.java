package io.genga.testsupport.network;

import io.genga.contracts.id.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network of five graphs that goes through a film in both directions. What it makes of a pixel follows from that pixel through time, where f
 * is the frame, c the cleaned one, d what it is more than the cleaned one of the step before, B and F the states at the step before, all
 * but f and c zero at the first step:
 *
 * <pre>
 * c = 0.5 f + 0.25        B' = 0.5 B + 0.25 c + 0.25 d        F' = 0.5 F + 0.125 c - 0.25 d        result = 0.5 c + 0.5 B' + 0.25 F'
 * </pre>
 *
 * <p>The flow holds d of red and green; blue takes that of red. So what is not known of frames before or after shows half as much at each
 * frame. It makes pictures twice as large, of frames whose sides are multiples of {@link #MULTIPLE} alone.
 */
public final class BothWaysNetwork {

    public static final int SCALE = 2;
    public static final int MULTIPLE = 4;
    public static final String NAME = "both-ways-x2";

    private static final String PICTURE =
            "layout: NCHW, type: float32, colour: RGB, range: [0, 1], channels: 3, role: ";
    private static final String STATE = "layout: NCHW, type: float32, channels: 3, scale: 1, role: hidden-state";
    private static final String FLOW = "layout: NCHW, type: float32, channels: 2, scale: 1, role: flow";
    private static final String CLEANED =
            "{name: cleaned, " + PICTURE + "frame, scale: 1, clamped: false, source: clean}";

    private BothWaysNetwork() {}

    /** The contents of its ONNX files by role, as manifests write it. */
    public static Map<String, byte[]> onnx() {
        Map<String, byte[]> graphs = new LinkedHashMap<>();
        graphs.put("clean", clean());
        graphs.put("flow", flow());
        graphs.put("backward-step", step("backward", 0.25f, 0.25f));
        graphs.put("forward-step", step("forward", 0.125f, -0.25f));
        graphs.put("reconstruct", reconstruct());
        return graphs;
    }

    /** @param warmUp frames before and after a chunk that it is run on */
    public static String manifest(int warmUp) {
        String steps = "[" + CLEANED + ", {name: state, " + STATE + "}, {name: flow, " + FLOW + ", source: flow}]";
        String step = "[{name: next_state, " + STATE + ", feeds: state}]";
        return """
                name: %s
                scale: %d
                graphs:
                """.formatted(NAME, SCALE)
                + graph(
                        "clean",
                        "[{name: frame, " + PICTURE + "frame, scale: 1}]",
                        "[{name: cleaned, " + PICTURE + "frame, scale: 1, clamped: false}]")
                + graph(
                        "flow",
                        "[" + CLEANED + ", {name: before, " + PICTURE
                                + "neighbour, scale: 1, clamped: false, source: clean}]",
                        "[{name: flow, " + FLOW + "}]")
                + graph("backward-step", steps, step)
                + graph("forward-step", steps, step)
                + graph(
                        "reconstruct",
                        "[" + CLEANED + ", {name: backward_state, " + STATE
                                + ", source: backward-step}, {name: forward_state, " + STATE
                                + ", source: forward-step}]",
                        "[{name: output, " + PICTURE + "frame, scale: 2, clamped: false}]")
                + """
                parameters: 9
                receptiveFieldRadius: 0
                paddingMultiple: %d
                tileAlignment: %d
                temporalContract: bidirectional-recurrence
                warmUp: %d
                dynamic: {batch: true, height: true, width: true}
                licence: Apache-2.0
                """.formatted(MULTIPLE, MULTIPLE, warmUp);
    }

    /**
     * Writes all files, as an import does.
     *
     * @return the manifest, {@code both-ways-x2.yaml}
     */
    public static Path write(Path folder, int warmUp) throws IOException {
        for (Map.Entry<String, byte[]> graph : onnx().entrySet()) {
            Files.write(folder.resolve(NAME + "." + graph.getKey() + ".onnx"), graph.getValue());
        }
        return Files.writeString(folder.resolve(NAME + ".yaml"), manifest(warmUp));
    }

    private static String graph(String role, String inputs, String outputs) {
        byte[] onnx = onnx().get(role);
        return """
                - role: %s
                  file: %s.%s.onnx
                  sha256: %s
                  bytes: %d
                  inputs: %s
                  outputs: %s
                """.formatted(role, NAME, role, Sha256.of(onnx), onnx.length, inputs, outputs);
    }

    private static byte[] clean() {
        OnnxGraph graph = new OnnxGraph("clean", List.of("frame"), List.of("cleaned"));
        graph.times("frame", 0.5f, "half");
        graph.node("Add", List.of("half", graph.floats("quarter", 0.25f)), "cleaned");
        return graph.onnx();
    }

    private static byte[] flow() {
        OnnxGraph graph = new OnnxGraph("flow", List.of("cleaned", "before"), List.of("flow"));
        graph.node("Sub", List.of("cleaned", "before"), "more");
        graph.node(
                "Gather", List.of("more", graph.integers("red_and_green", 0, 1)), "flow", OnnxGraph.number("axis", 1));
        return graph.onnx();
    }

    private static byte[] step(String name, float ofFrame, float ofFlow) {
        OnnxGraph graph = new OnnxGraph(name, List.of("cleaned", "state", "flow"), List.of("next_state"));
        graph.node("Gather", List.of("flow", graph.integers("colours", 0, 1, 0)), "more", OnnxGraph.number("axis", 1));
        List<String> parts = List.of(
                graph.times("state", 0.5f, "state_part"),
                graph.times("cleaned", ofFrame, "frame_part"),
                graph.times("more", ofFlow, "flow_part"));
        graph.node("Sum", parts, "next_state");
        return graph.onnx();
    }

    private static byte[] reconstruct() {
        OnnxGraph graph =
                new OnnxGraph("reconstruct", List.of("cleaned", "backward_state", "forward_state"), List.of("output"));
        List<String> parts = List.of(
                graph.times("cleaned", 0.5f, "frame_part"),
                graph.times("backward_state", 0.5f, "backward_part"),
                graph.times("forward_state", 0.25f, "forward_part"));
        graph.larger(graph.node("Sum", parts, "mixed"), SCALE, MULTIPLE, "output");
        return graph.onnx();
    }
}
