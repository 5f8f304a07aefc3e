package io.genga.upscaling.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** Tiny networks, written operator by operator. They take a picture 'input' and give a picture 'output'. */
public final class HandMadeNetwork {

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("hand-made");
    private final GraphBuilder builder = new GraphBuilder(graph);
    private String last = "input";
    private int nodes;

    public HandMadeNetwork() {
        graph.addInput(picture("input")).addOutput(picture("output"));
    }

    /** Adds an operator on the picture so far and one constant. */
    public HandMadeNetwork then(String operator, float constant) {
        String name = "constant_" + nodes;
        builder.floats(name, new float[] {constant});
        return then(operator, List.of(last, name));
    }

    /** Adds an operator on the picture so far alone. */
    public HandMadeNetwork then(String operator) {
        return then(operator, List.of(last));
    }

    /** Adds an operator that makes of the given values the picture so far. */
    HandMadeNetwork then(String operator, List<String> inputs, AttributeProto... attributes) {
        last = builder.node(operator, inputs, "result_" + nodes++, attributes);
        return this;
    }

    /** Adds an operator beside the picture's way. */
    HandMadeNetwork beside(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        builder.node(operator, inputs, output, attributes);
        return this;
    }

    HandMadeNetwork floats(String name, float... values) {
        builder.floats(name, values, values.length);
        return this;
    }

    String last() {
        return last;
    }

    public OnnxModel model() {
        GraphProto.Builder ended = graph.clone();
        new GraphBuilder(ended).node("Identity", List.of(last), "output");
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(ended)
                .build();
        return new OnnxModel(model, "input", "output");
    }

    /** As an ONNX file in half precision, which overflows here as it does on a GPU. */
    public byte[] inHalfPrecision() {
        return HalfPrecisionEmulation.apply(HalfPrecisionRewrite.apply(model())).toByteArray();
    }

    private static ValueInfoProto.Builder picture(String name) {
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor));
    }
}
