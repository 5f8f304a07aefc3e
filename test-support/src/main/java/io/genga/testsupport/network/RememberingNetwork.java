package io.genga.testsupport.network;

import io.genga.contracts.id.Sha256;
import java.util.List;

/**
 * A network that hands itself its last result and a state, and sees the frames beside the one it makes twice as large. What it makes of a pixel
 * follows from that pixel through time, where p, f and n are the frames before, now and next, s the state and r the last result, both zero at
 * first:
 *
 * <pre>
 * r' = 0.25 f + 0.125 p + 0.125 n + 0.25 s + 0.25 r        s' = 0.5 s + 0.5 f
 * </pre>
 *
 * <p>So a film that stays as it is comes out as it is after some frames, and what is not remembered shows half as much at each frame. It takes
 * frames whose sides are multiples of {@link #MULTIPLE} alone.
 */
public final class RememberingNetwork {

    public static final int SCALE = 2;
    public static final int MULTIPLE = 4;
    public static final String NAME = "remembering-x2";

    private RememberingNetwork() {}

    /** The content of an ONNX file. */
    public static byte[] onnx() {
        OnnxGraph graph = new OnnxGraph(
                NAME,
                List.of("frame", "previous", "next", "previous_output", "state"),
                List.of("output", "next_state"));
        List<String> parts = List.of(
                graph.times("frame", 0.25f, "frame_part"),
                graph.times("previous", 0.125f, "previous_part"),
                graph.times("next", 0.125f, "next_part"),
                graph.times("state", 0.25f, "state_part"));
        String larger = graph.larger(graph.node("Sum", parts, "mixed"), SCALE, MULTIPLE, "larger");
        graph.node("Add", List.of(larger, graph.times("previous_output", 0.25f, "result_part")), "output");
        graph.node(
                "Add",
                List.of(graph.times("state", 0.5f, "half_state"), graph.times("frame", 0.5f, "half_frame")),
                "next_state");
        return graph.onnx();
    }

    /** @param warmUp frames before a chunk that it is run on */
    public static String manifest(int warmUp) {
        byte[] onnx = onnx();
        String picture = "layout: NCHW, type: float32, colour: RGB, range: [0, 1], channels: 3";
        return """
                name: %s
                file: %s.onnx
                sha256: %s
                bytes: %d
                scale: %d
                inputs:
                - {name: frame, %s, scale: 1, role: frame}
                - {name: previous, %s, scale: 1, role: neighbour, offset: -1}
                - {name: next, %s, scale: 1, role: neighbour, offset: 1}
                - {name: previous_output, %s, scale: 2, role: previous-output}
                - {name: state, layout: NCHW, type: float32, channels: 3, scale: 1, role: hidden-state}
                outputs:
                - {name: output, %s, scale: 2, role: frame, clamped: false, feeds: previous_output}
                - {name: next_state, layout: NCHW, type: float32, channels: 3, scale: 1, role: hidden-state, feeds: state}
                parameters: 8
                receptiveFieldRadius: 0
                paddingMultiple: %d
                tileAlignment: %d
                temporalContract: forward-recurrence
                warmUp: %d
                dynamic: {batch: true, height: true, width: true}
                licence: Apache-2.0
                """.formatted(
                        NAME,
                        NAME,
                        Sha256.of(onnx),
                        onnx.length,
                        SCALE,
                        picture,
                        picture,
                        picture,
                        picture,
                        picture,
                        MULTIPLE,
                        MULTIPLE,
                        warmUp);
    }
}
