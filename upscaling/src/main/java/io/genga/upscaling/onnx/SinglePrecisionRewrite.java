package io.genga.upscaling.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.InvalidProtocolBufferException;
import io.genga.upscaling.catalogue.UnusableNetworkException;

/** Makes a network of numbers of 16 bits compute in 32 bits, with the same weights, none of which changes. */
public final class SinglePrecisionRewrite {

    private static final ElementTypeRewrite WIDENING =
            new ElementTypeRewrite(DataType.FLOAT16, DataType.FLOAT, HalfTensor::widened);

    private SinglePrecisionRewrite() {}

    /**
     * @param onnx content of an ONNX file that takes and gives pictures of 32 bits
     * @return content of another one
     * @throws UnusableNetworkException where it is none
     */
    public static byte[] apply(byte[] onnx) {
        try {
            return apply(ModelProto.parseFrom(onnx)).toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new UnusableNetworkException("this is no ONNX file: export the network again", e);
        }
    }

    static ModelProto apply(ModelProto model) {
        return model.toBuilder().setGraph(widened(model.getGraph())).build();
    }

    private static GraphProto widened(GraphProto graph) {
        GraphProto.Builder widened =
                graph.toBuilder().clearValueInfo().clearInitializer().clearNode();
        graph.getInitializerList().forEach(tensor -> widened.addInitializer(HalfTensor.widened(tensor)));
        graph.getNodeList().forEach(node -> widened.addNode(WIDENING.apply(node)));
        return widened.build();
    }
}
