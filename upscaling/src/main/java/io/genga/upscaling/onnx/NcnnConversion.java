package io.genga.upscaling.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.genga.upscaling.ncnn.Layer;
import io.genga.upscaling.ncnn.NcnnNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From a network of ncnn to ONNX: input {@value #INPUT} and output {@value #OUTPUT}, both float32 NCHW, RGB, 0 to 1, of any
 * batch, height and width. The output is clamped, as the programs around ncnn's networks clamp it.
 */
public final class NcnnConversion {

    public static final String INPUT = "input";
    public static final String OUTPUT = "output";

    private static final int PICTURE_PLANES = 3;

    /** Of ONNX 1.12 (2022): new enough for all operators used here, old enough for any runtime. */
    private static final int OPERATOR_SET = 17;

    private static final int FORMAT_VERSION = 8;

    private NcnnConversion() {}

    /**
     * Writes each layer as the operators that compute it.
     *
     * @param name of the graph, for people
     */
    public static ModelProto convert(NcnnNetwork network, String name) {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName(name)
                .addInput(picture(INPUT, "height", "width"))
                .addOutput(picture(OUTPUT, "larger_height", "larger_width"));
        addLayers(new GraphBuilder(graph), network);
        return ModelProto.newBuilder()
                .setIrVersion(FORMAT_VERSION)
                .setProducerName("genga")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(graph)
                .build();
    }

    private static void addLayers(GraphBuilder graph, NcnnNetwork network) {
        OperationConversion operations = new OperationConversion(graph);
        Map<String, String> values = new HashMap<>();
        values.put(network.input(), bordered(graph, network.border()));
        for (Layer layer : network.layers().subList(1, network.layers().size())) {
            List<String> inputs = layer.inputs().stream().map(values::get).toList();
            // Prefixed, since the names INPUT and OUTPUT belong to the graph.
            String value = operations.add(layer.operation(), inputs, "layer_" + layer.output());
            layer.outputs().forEach(output -> values.put(output, value));
        }
        String zero = graph.floats("zero", new float[] {0});
        String one = graph.floats("one", new float[] {1});
        graph.node("Clip", List.of(values.get(network.output()), zero, one), OUTPUT);
    }

    /** Networks that trim their picture get pixels to trim: those at the edge, repeated, as the programs around ncnn have it. */
    private static String bordered(GraphBuilder graph, int border) {
        if (border == 0) {
            return INPUT;
        }
        String pads = graph.integers("border", 0, 0, border, border, 0, 0, border, border);
        return graph.node("Pad", List.of(INPUT, pads), "bordered", Attributes.text("mode", "edge"));
    }

    private static ValueInfoProto picture(String name, String height, String width) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimParam("batch");
        shape.addDimBuilder().setDimValue(PICTURE_PLANES);
        shape.addDimBuilder().setDimParam(height);
        shape.addDimBuilder().setDimParam(width);
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
