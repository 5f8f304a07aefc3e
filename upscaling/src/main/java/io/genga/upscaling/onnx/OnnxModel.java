package io.genga.upscaling.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.genga.upscaling.catalogue.OnnxFile;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An ONNX file of others that takes one picture and gives one.
 *
 * @param model as the file holds it
 * @param input name of the picture it takes
 * @param output name of the picture it gives
 */
public record OnnxModel(ModelProto model, String input, String output) {

    /**
     * Reads a file of at most 128 MiB.
     *
     * @throws UnusableNetworkException where the file is no network with one input and one output, whole in itself
     */
    public static OnnxModel read(Path file) {
        ModelProto model = parse(OnnxFile.read(file), file.toString());
        GraphProto graph = model.getGraph();
        Set<String> constants =
                graph.getInitializerList().stream().map(TensorProto::getName).collect(Collectors.toSet());
        // Before ONNX 1.4 weights were listed as inputs, too.
        List<ValueInfoProto> inputs = graph.getInputList().stream()
                .filter(input -> !constants.contains(input.getName()))
                .toList();
        return new OnnxModel(
                model,
                only(inputs, "inputs", file).getName(),
                only(graph.getOutputList(), "outputs", file).getName());
    }

    /**
     * Reads the content of a file, whatever its inputs and outputs are.
     *
     * @param origin named in errors
     * @throws UnusableNetworkException where it is no network
     */
    public static ModelProto parse(byte[] content, String origin) {
        try {
            return ModelProto.parseFrom(content);
        } catch (InvalidProtocolBufferException e) {
            throw new UnusableNetworkException(origin + " is no ONNX file: export the network again", e);
        }
    }

    /** Trained numbers, those of branches not counted. */
    public long parameters() {
        return model.getGraph().getInitializerList().stream()
                .filter(tensor -> tensor.getDataType() == TensorProto.DataType.FLOAT.getNumber())
                .mapToLong(tensor -> tensor.getDimsList().stream().reduce(1L, (a, b) -> a * b))
                .sum();
    }

    /** Whether it takes means over whole planes, outside of branches. */
    public boolean averagesGlobally() {
        return model.getGraph().getNodeList().stream()
                .anyMatch(node -> node.getOpType().equals("GlobalAveragePool"));
    }

    private static ValueInfoProto only(List<ValueInfoProto> values, String what, Path file) {
        if (values.size() != 1) {
            throw new UnusableNetworkException(file + " has " + values.size() + " " + what + " ("
                    + values.stream().map(ValueInfoProto::getName).collect(Collectors.joining(", "))
                    + "), but only networks with one picture in and one out can be run");
        }
        return values.get(0);
    }
}
