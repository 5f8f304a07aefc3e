package io.genga.upscaling.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a network compute in numbers of 16 bits: its weights are rounded, and so is the picture that it takes; the picture that it
 * gives becomes one of 32 bits again. What is computed from sizes, and the scales of resizing, stay in 32 bits.
 */
public final class HalfPrecisionRewrite {

    /** Of these ONNX wants every input but the first one in 32 bits, or as whole numbers. */
    private static final Set<String> RESIZING = Set.of("Resize", "Upsample");

    /** From here on weights need not be listed as inputs. */
    private static final int OLDEST_VERSION = 4;

    private static final String WIDE = "_float32";

    private static final ElementTypeRewrite NARROWING =
            new ElementTypeRewrite(DataType.FLOAT, DataType.FLOAT16, HalfTensor::narrowed);

    private final String picture;
    private final String result;
    private final Map<String, TensorProto> constants = new LinkedHashMap<>();
    private final ShapeArithmetic shapes;
    private final GraphProto.Builder rewritten;
    private final GraphBuilder graph;

    private HalfPrecisionRewrite(OnnxModel original) {
        GraphProto source = original.model().getGraph();
        this.picture = original.input();
        this.result = original.output();
        this.shapes = new ShapeArithmetic(source);
        this.rewritten = source.toBuilder().clearNode().clearInitializer().clearValueInfo();
        this.graph = new GraphBuilder(rewritten);
        source.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        source.getNodeList().forEach(node -> ConstantNode.floats(node)
                .ifPresent(tensor -> constants.put(tensor.getName(), tensor)));
    }

    /**
     * @param original takes and gives pictures of 32 bits, as the result does
     * @throws UnusableNetworkException where a weight does not fit 16 bits, or the network has branches
     */
    public static ModelProto apply(OnnxModel original) {
        ModelProto model = original.model();
        return model.toBuilder()
                .setIrVersion(Math.max(OLDEST_VERSION, model.getIrVersion()))
                .setGraph(new HalfPrecisionRewrite(original).rewrite(model.getGraph()))
                .build();
    }

    private GraphProto rewrite(GraphProto original) {
        graph.node("Cast", List.of(picture), half(picture), castTo(DataType.FLOAT16));
        original.getNodeList().stream()
                .filter(node -> ConstantNode.floats(node).isEmpty())
                .forEach(this::add);
        graph.node("Cast", List.of(half(result)), result, castTo(DataType.FLOAT));
        addConstants();
        List<ValueInfoProto> pictures = original.getInputList().stream()
                .filter(input -> !constants.containsKey(input.getName()))
                .toList();
        return rewritten.clearInput().addAllInput(pictures).build();
    }

    private void add(NodeProto node) {
        requireNoBranches(node);
        // Names of nodes are unique, too; the cast at the end may need this one.
        NodeProto.Builder renamed = node.toBuilder().setName(inside(node.getName()));
        for (int i = 0; i < node.getInputCount(); i++) {
            renamed.setInput(i, input(node, i));
        }
        for (int i = 0; i < node.getOutputCount(); i++) {
            renamed.setOutput(i, inside(node.getOutput(i)));
        }
        rewritten.addNode(shapes.contains(node) ? renamed.build() : NARROWING.apply(renamed.build()));
    }

    private static void requireNoBranches(NodeProto node) {
        if (node.getAttributeList().stream()
                .anyMatch(attribute -> attribute.hasG() || attribute.getGraphsCount() > 0)) {
            throw new UnusableNetworkException("the network has branches (" + node.getOpType() + " '" + node.getName()
                    + "'), which cannot be turned to half precision: keep it in fp32");
        }
    }

    private String input(NodeProto node, int index) {
        String name = node.getInput(index);
        boolean staysWide = shapes.contains(node) || (RESIZING.contains(node.getOpType()) && index > 0);
        return staysWide && isFloat(constants.get(name)) ? name + WIDE : inside(name);
    }

    /** The pictures at both ends keep their names outside of the casts. */
    private String inside(String name) {
        return name.equals(picture) || name.equals(result) ? half(name) : name;
    }

    /** Each in the precisions in which it is read. */
    private void addConstants() {
        Set<String> read = rewritten.getNodeList().stream()
                .flatMap(node -> node.getInputList().stream())
                .collect(Collectors.toSet());
        for (TensorProto tensor : constants.values()) {
            if (read.contains(tensor.getName())) {
                rewritten.addInitializer(HalfTensor.narrowed(tensor));
            }
            if (read.contains(tensor.getName() + WIDE)) {
                rewritten.addInitializer(tensor.toBuilder().setName(tensor.getName() + WIDE));
            }
        }
    }

    private static boolean isFloat(TensorProto tensor) {
        return tensor != null && tensor.getDataType() == DataType.FLOAT.getNumber();
    }

    private static String half(String name) {
        return name + "_float16";
    }

    private static AttributeProto castTo(DataType type) {
        return Attributes.integer("to", type.getNumber());
    }
}
