package io.genga.upscaling.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a graph computes from the size of pictures alone: sizes above 2048 are no numbers of 16 bits, so it stays in 32. */
final class ShapeArithmetic {

    private static final Set<String> SOURCES = Set.of("Shape", "Size");

    private final Set<String> constants = new HashSet<>();
    private final Set<String> results = new HashSet<>();

    /** @param graph its nodes in an order in which they can be computed, as ONNX demands */
    ShapeArithmetic(GraphProto graph) {
        graph.getInitializerList().stream().map(TensorProto::getName).forEach(constants::add);
        graph.getNodeList().forEach(this::visit);
    }

    boolean contains(NodeProto node) {
        return !SOURCES.contains(node.getOpType()) && results.containsAll(node.getOutputList());
    }

    private void visit(NodeProto node) {
        if (node.getOpType().equals("Constant")) {
            constants.addAll(node.getOutputList());
        } else if (SOURCES.contains(node.getOpType()) || readsShapesOnly(node)) {
            results.addAll(node.getOutputList());
        }
    }

    private boolean readsShapesOnly(NodeProto node) {
        List<String> inputs =
                node.getInputList().stream().filter(name -> !name.isEmpty()).toList();
        return inputs.stream().anyMatch(results::contains)
                && inputs.stream().allMatch(name -> results.contains(name) || constants.contains(name));
    }
}
