package io.genga.upscaling.inference;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

/** A network that gives its second input, 'later', and nothing of its first, 'input'. */
final class LaterFrame {

    private LaterFrame() {}

    static byte[] onnx() {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("later")
                .addInput(picture("input"))
                .addInput(picture("later"))
                .addOutput(picture("output"));
        graph.addNode(node("Sub", "input", "input", "nothing"));
        graph.addNode(node("Add", "nothing", "later", "output"));
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static NodeProto.Builder node(String operator, String first, String second, String output) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addInput(first)
                .addInput(second)
                .addOutput(output);
    }

    private static ValueInfoProto picture(String name) {
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
