package io.genga.upscaling.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;

/** A network whose picture comes out in other colours: another one with a mixing of its components behind it. */
public final class TintedNetwork {

    private TintedNetwork() {}

    /**
     * @param onnx of a network with an output named {@code output}
     * @param mixing of the components, row after row: what each that comes out takes of those that came out before
     */
    public static byte[] of(byte[] onnx, float... mixing) {
        try {
            ModelProto.Builder model = ModelProto.parseFrom(onnx).toBuilder();
            GraphProto.Builder graph = model.getGraphBuilder();
            graph.getNodeBuilderList().forEach(node -> {
                for (int i = 0; i < node.getOutputCount(); i++) {
                    if (node.getOutput(i).equals("output")) {
                        node.setOutput(i, "untinted");
                    }
                }
            });
            GraphBuilder builder = new GraphBuilder(graph);
            builder.node("Conv", List.of("untinted", builder.floats("mixing", mixing, 3, 3, 1, 1)), "output");
            return model.build().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("no ONNX file", e);
        }
    }
}
