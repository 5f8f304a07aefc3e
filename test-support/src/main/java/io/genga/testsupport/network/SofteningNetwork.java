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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A network of single frames that enlarges nothing: each sample becomes half of itself and a sixteenth of each of its eight neighbours, those at
 * the picture's edge repeated beyond it.
 */
public final class SofteningNetwork {

    public static final String NAME = "softening-x1";

    private static final int IR_VERSION = 8;
    private static final int OPERATORS_VERSION = 17;
    private static final int CHANNELS = 3;
    private static final int SIDE = 3;

    private SofteningNetwork() {}

    /** The content of an ONNX file. */
    public static byte[] onnx() {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName(NAME)
                .addInput(picture("input"))
                .addOutput(picture("output"))
                .addInitializer(TensorProto.newBuilder()
                        .setName("edges")
                        .setDataType(TensorProto.DataType.INT64.getNumber())
                        .addDims(8)
                        .addAllInt64Data(List.of(0L, 0L, 1L, 1L, 0L, 0L, 1L, 1L)))
                .addInitializer(TensorProto.newBuilder()
                        .setName("kernels")
                        .setDataType(TensorProto.DataType.FLOAT.getNumber())
                        .addAllDims(List.of((long) CHANNELS, 1L, (long) SIDE, (long) SIDE))
                        .addAllFloatData(kernels()))
                .addNode(NodeProto.newBuilder()
                        .setOpType("Pad")
                        .addAllInput(List.of("input", "edges"))
                        .addOutput("wider")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("mode")
                                .setType(AttributeProto.AttributeType.STRING)
                                .setS(ByteString.copyFromUtf8("edge"))))
                .addNode(NodeProto.newBuilder()
                        .setOpType("Conv")
                        .addAllInput(List.of("wider", "kernels"))
                        .addOutput("output")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("group")
                                .setType(AttributeProto.AttributeType.INT)
                                .setI(CHANNELS)));
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS_VERSION))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    /** YAML. */
    public static String manifest() {
        byte[] onnx = onnx();
        return """
                name: %s
                file: %s.onnx
                sha256: %s
                bytes: %d
                scale: 1
                input: {name: input, layout: NCHW, type: float32, colour: RGB, range: [0, 1]}
                output: {name: output, layout: NCHW, type: float32, colour: RGB, range: [0, 1], clamped: false}
                parameters: %d
                receptiveFieldRadius: 1
                paddingMultiple: 1
                tileAlignment: 1
                temporalContract: single-frame
                dynamic: {batch: true, height: true, width: true}
                licence: Apache-2.0
                """.formatted(NAME, NAME, Sha256.of(onnx), onnx.length, CHANNELS * SIDE * SIDE);
    }

    private static List<Float> kernels() {
        List<Float> kernel = new ArrayList<>(Collections.nCopies(SIDE * SIDE, 1f / 16));
        kernel.set(SIDE * SIDE / 2, 1f / 2);
        return Collections.nCopies(CHANNELS, kernel).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static ValueInfoProto picture(String name) {
        TypeProto.Tensor type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
