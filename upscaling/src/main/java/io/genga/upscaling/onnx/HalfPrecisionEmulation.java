package io.genga.upscaling.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.Set;

/**
 * Makes a processor show what half precision does to a network. ONNX Runtime has hardly any arithmetic of 16 bits for processors: it
 * computes such networks in 32 bits from end to end, and nothing overflows. Here the network is one of 32 bits, whose weights and
 * whose every result are rounded to 16: as on a GPU each operator takes and gives such numbers, while its own sums have 32 bits.
 */
public final class HalfPrecisionEmulation {

    private static final Set<String> ARITHMETIC = Set.of(
            "Add",
            "AveragePool",
            "BatchNormalization",
            "Conv",
            "ConvTranspose",
            "Div",
            "Exp",
            "Gemm",
            "GlobalAveragePool",
            "InstanceNormalization",
            "LayerNormalization",
            "LeakyRelu",
            "MatMul",
            "Mul",
            "PRelu",
            "Pow",
            "ReduceMean",
            "ReduceSum",
            "Resize",
            "Sigmoid",
            "Softmax",
            "Sqrt",
            "Sub",
            "Sum",
            "Tanh");

    private final ShapeArithmetic shapes;
    private final GraphProto.Builder emulated;
    private final GraphBuilder graph;

    private HalfPrecisionEmulation(GraphProto original) {
        this.shapes = new ShapeArithmetic(original);
        this.emulated = original.toBuilder().clearNode();
        this.graph = new GraphBuilder(emulated);
    }

    /** @param half made by {@link HalfPrecisionRewrite}; the result is slow */
    public static ModelProto apply(ModelProto half) {
        ModelProto wide = SinglePrecisionRewrite.apply(half);
        HalfPrecisionEmulation emulation = new HalfPrecisionEmulation(wide.getGraph());
        wide.getGraph().getNodeList().forEach(emulation::add);
        return wide.toBuilder().setGraph(emulation.emulated).build();
    }

    private void add(NodeProto node) {
        if (!ARITHMETIC.contains(node.getOpType()) || shapes.contains(node)) {
            emulated.addNode(node);
            return;
        }
        String output = node.getOutput(0);
        String exact = output + "_exact";
        emulated.addNode(node.toBuilder().setName(exact).setOutput(0, exact));
        String rounded = graph.node("Cast", List.of(exact), output + "_rounded", to(DataType.FLOAT16));
        graph.node("Cast", List.of(rounded), output, to(DataType.FLOAT));
    }

    private static AttributeProto to(DataType type) {
        return Attributes.integer("to", type.getNumber());
    }
}
