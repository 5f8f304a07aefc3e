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
import java.util.List;

/** A small graph of ONNX that grows node by node. Its tensors hold numbers of 32 bits, of any shape. */
final class OnnxGraph {

    private static final int IR_VERSION = 8;
    private static final int OPERATORS_VERSION = 17;

    private final GraphProto.Builder graph;

    OnnxGraph(String name, List<String> inputs, List<String> outputs) {
        graph = GraphProto.newBuilder().setName(name);
        inputs.forEach(input -> graph.addInput(tensor(input)));
        outputs.forEach(output -> graph.addOutput(tensor(output)));
    }

    /** The content of an ONNX file. */
    byte[] onnx() {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS_VERSION))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    /** Adds a node and returns {@code output}, for the next one to read. */
    String node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return output;
    }

    /** {@code input} times a number. */
    String times(String input, float factor, String output) {
        return node("Mul", List.of(input, floats(output + "_factor", factor)), output);
    }

    /** {@code input} with its pixels repeated; its sides must be multiples of {@code multiple}. */
    String larger(String input, int scale, int multiple, String output) {
        AttributeProto blocks = number("blocksize", multiple);
        String taken = node("SpaceToDepth", List.of(input), output + "_blocks", blocks);
        String same = node("DepthToSpace", List.of(taken), output + "_unblocked", blocks);
        return node(
                "Resize",
                List.of(same, "", floats(output + "_scales", 1, 1, scale, scale)),
                output,
                text("mode", "nearest"),
                text("coordinate_transformation_mode", "asymmetric"),
                text("nearest_mode", "floor"));
    }

    /** Adds a constant and returns {@code name}, for a node to read. */
    String floats(String name, float... values) {
        TensorProto.Builder tensor = constant(name, TensorProto.DataType.FLOAT, values.length);
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** Adds a constant and returns {@code name}, for a node to read. */
    String integers(String name, long... values) {
        TensorProto.Builder tensor = constant(name, TensorProto.DataType.INT64, values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return name;
    }

    static AttributeProto number(String name, int value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    private static TensorProto.Builder constant(String name, TensorProto.DataType type, int length) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .addDims(length);
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
