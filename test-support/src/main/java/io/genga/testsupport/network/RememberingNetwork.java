package io.genga.testsupport.network;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
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

    private static final int IR_VERSION = 8;
    private static final int OPERATORS_VERSION = 17;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName(NAME);

    private RememberingNetwork() {}

    /** The content of an ONNX file. */
    public static byte[] onnx() {
        return new RememberingNetwork().model().toByteArray();
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

    private ModelProto model() {
        for (String input : List.of("frame", "previous", "next", "previous_output", "state")) {
            graph.addInput(tensor(input));
        }
        graph.addOutput(tensor("output")).addOutput(tensor("next_state"));
        times("frame", 0.25f, "frame_part");
        times("previous", 0.125f, "previous_part");
        times("next", 0.125f, "next_part");
        times("state", 0.25f, "state_part");
        times("previous_output", 0.25f, "result_part");
        node("Sum", List.of("frame_part", "previous_part", "next_part", "state_part"), "mixed");
        AttributeProto blocks = number("blocksize", MULTIPLE);
        node("SpaceToDepth", List.of("mixed"), "blocks", blocks);
        node("DepthToSpace", List.of("blocks"), "unblocked", blocks);
        graph.addInitializer(floats("scales", 1, 1, SCALE, SCALE));
        node(
                "Resize",
                List.of("unblocked", "", "scales"),
                "larger",
                text("mode", "nearest"),
                text("coordinate_transformation_mode", "asymmetric"),
                text("nearest_mode", "floor"));
        node("Add", List.of("larger", "result_part"), "output");
        times("state", 0.5f, "half_state");
        times("frame", 0.5f, "half_frame");
        node("Add", List.of("half_state", "half_frame"), "next_state");
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS_VERSION))
                .setGraph(graph)
                .build();
    }

    private void times(String input, float factor, String output) {
        graph.addInitializer(floats(output + "_factor", factor));
        node("Mul", List.of(input, output + "_factor"), output);
    }

    private void node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
    }

    private static TensorProto floats(String name, float... values) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                .addDims(values.length);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        return tensor.build();
    }

    private static AttributeProto number(String name, int value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    private static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    private static ValueInfoProto tensor(String name) {
        TypeProto.Tensor type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
