package io.genga.upscaling.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.function.UnaryOperator;

/**
 * Gives the numbers within a node another type: those of its constants, and what it casts to.
 *
 * @param from what it casts to so far
 * @param to what it casts to afterwards
 * @param tensors gives constants the other type
 */
record ElementTypeRewrite(DataType from, DataType to, UnaryOperator<TensorProto> tensors) {

    NodeProto apply(NodeProto node) {
        NodeProto.Builder rewritten = node.toBuilder();
        for (AttributeProto.Builder attribute : rewritten.getAttributeBuilderList()) {
            if (attribute.hasT()) {
                TensorProto named =
                        attribute.getT().toBuilder().setName(node.getOutput(0)).build();
                attribute.setT(tensors.apply(named));
            }
            if (node.getOpType().equals("Cast")
                    && attribute.getName().equals("to")
                    && attribute.getI() == from.getNumber()) {
                attribute.setI(to.getNumber());
            }
        }
        return rewritten.build();
    }
}
