package io.genga.upscaling.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the tensors of a network that sees more than single frames, as {@link PortReader} reads them. */
final class PortWriter {

    private static final int CHANNELS = 3;

    private final NetworkManifest manifest;

    PortWriter(NetworkManifest manifest) {
        this.manifest = manifest;
    }

    void write(ObjectNode fields) {
        writeInputs(fields.putArray("inputs"));
        writeOutputs(fields.putArray("outputs"));
    }

    /** A tensor of one graph of several. */
    static ObjectNode port(TensorPort port) {
        ObjectNode tensor = port.picture().map(ManifestWriter::tensor).orElseGet(() -> numbers(port.name()));
        described(tensor, port.role(), port.channels(), port.scale());
        port.feeds().ifPresent(input -> tensor.put("feeds", input));
        port.source().ifPresent(graph -> tensor.put("source", graph.spelling()));
        return tensor;
    }

    private void writeInputs(ArrayNode inputs) {
        inputs.add(picture(manifest.input(), TensorRole.FRAME, 1));
        for (Neighbour neighbour : manifest.temporal().neighbours()) {
            inputs.add(picture(neighbour.picture(), TensorRole.NEIGHBOUR, 1).put("offset", neighbour.offset()));
        }
        for (Feedback feedback : manifest.temporal().feedbacks()) {
            inputs.add(isPicture(feedback) ? previousOutput(feedback) : state(feedback.input(), feedback));
        }
    }

    private void writeOutputs(ArrayNode outputs) {
        ObjectNode output = picture(manifest.output(), TensorRole.FRAME, manifest.scale());
        outputs.add(output);
        for (Feedback feedback : manifest.temporal().feedbacks()) {
            if (isPicture(feedback)) {
                output.put("feeds", feedback.input());
            } else {
                outputs.add(state(feedback.output(), feedback).put("feeds", feedback.input()));
            }
        }
    }

    private boolean isPicture(Feedback feedback) {
        return feedback.output().equals(manifest.output().name());
    }

    /** In the colours of the output that it is. */
    private ObjectNode previousOutput(Feedback feedback) {
        return picture(manifest.output(), TensorRole.PREVIOUS_OUTPUT, feedback.scale())
                .put("name", feedback.input());
    }

    private static ObjectNode picture(TensorDescription picture, TensorRole role, int scale) {
        return described(ManifestWriter.tensor(picture), role, CHANNELS, scale);
    }

    private static ObjectNode state(String name, Feedback feedback) {
        return described(numbers(name), TensorRole.HIDDEN_STATE, feedback.channels(), feedback.scale());
    }

    /** Of the network's own. */
    private static ObjectNode numbers(String name) {
        return ManifestReader.emptyObject()
                .put("name", name)
                .put("layout", TensorLayout.NCHW.name())
                .put("type", ElementType.FLOAT32.spelling());
    }

    private static ObjectNode described(ObjectNode tensor, TensorRole role, int channels, int scale) {
        return tensor.put("role", role.spelling()).put("channels", channels).put("scale", scale);
    }
}
