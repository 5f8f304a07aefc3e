package io.genga.upscaling.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** A network that makes a tensor of zeros of the shape that it is given. */
public final class ZerosNetwork {

    /** Its input: a vector of whole numbers of 64 bits. */
    public static final String SHAPE = "shape";

    private static final String ZEROS = "zeros";
    private static final int IR_VERSION = 8;
    private static final int OPERATORS_VERSION = 17;

    private ZerosNetwork() {}

    /** The content of an ONNX file. */
    public static byte[] onnx() {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName(ZEROS)
                .addInput(value(SHAPE, TensorProto.DataType.INT64))
                .addOutput(value(ZEROS, TensorProto.DataType.FLOAT));
        new GraphBuilder(graph).node("ConstantOfShape", List.of(SHAPE), ZEROS);
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS_VERSION))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type) {
        TypeProto.Tensor tensor =
                TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
