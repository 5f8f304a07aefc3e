package io.genga.upscaling.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.Optional;

/** Nodes that compute nothing but hand out numbers, in any of the ways in which ONNX writes them. */
final class ConstantNode {

    private ConstantNode() {}

    /** The numbers of 32 bits, named as the node's output; empty where the node is another one, or its numbers are. */
    static Optional<TensorProto> floats(NodeProto node) {
        if (!node.getOpType().equals("Constant")) {
            return Optional.empty();
        }
        AttributeProto value = node.getAttribute(0);
        TensorProto.Builder tensor =
                switch (value.getName()) {
                    case "value" -> value.getT().toBuilder();
                    case "value_float" ->
                        TensorProto.newBuilder()
                                .setDataType(DataType.FLOAT.getNumber())
                                .addFloatData(value.getF());
                    case "value_floats" ->
                        TensorProto.newBuilder()
                                .setDataType(DataType.FLOAT.getNumber())
                                .addDims(value.getFloatsCount())
                                .addAllFloatData(value.getFloatsList());
                    default -> TensorProto.newBuilder();
                };
        return tensor.getDataType() == DataType.FLOAT.getNumber()
                ? Optional.of(tensor.setName(node.getOutput(0)).build())
                : Optional.empty();
    }
}
