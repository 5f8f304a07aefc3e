package io.genga.upscaling.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** From a manifest to YAML. */
final class ManifestWriter {

    private static final YAMLMapper YAML = new YAMLMapper();

    private ManifestWriter() {}

    static byte[] write(NetworkManifest manifest) {
        try {
            return YAML.writeValueAsBytes(fields(manifest));
        } catch (IOException textsAndNumbersCanAlwaysBeWritten) {
            throw new UncheckedIOException(textsAndNumbersCanAlwaysBeWritten);
        }
    }

    private static ObjectNode fields(NetworkManifest manifest) {
        ObjectNode fields = YAML.createObjectNode().put("name", manifest.name());
        if (manifest.graphs().isEmpty()) {
            putFile(fields, manifest.file(), manifest.files().get(0));
        }
        fields.put("scale", manifest.scale());
        switch (manifest.temporalContract()) {
            case SINGLE_FRAME -> {
                fields.set("input", tensor(manifest.input()));
                fields.set("output", tensor(manifest.output()));
            }
            case NEIGHBOUR_WINDOW, FORWARD_RECURRENCE -> new PortWriter(manifest).write(fields);
            case BIDIRECTIONAL_RECURRENCE -> writeGraphs(manifest, fields.putArray("graphs"));
        }
        fields.put("parameters", manifest.parameters())
                .put("receptiveFieldRadius", manifest.receptiveFieldRadius())
                .put("paddingMultiple", manifest.paddingMultiple())
                .put("tileAlignment", manifest.tileAlignment());
        manifest.largestTile().ifPresent(pixels -> fields.put("largestTile", pixels));
        fields.put("temporalContract", manifest.temporalContract().spelling());
        if (manifest.temporalContract().remembers()) {
            fields.put("warmUp", manifest.temporal().warmUp());
        }
        fields.put("precision", manifest.precision());
        fields.set("dynamic", dynamic(manifest.dynamic()));
        fields.put("licence", manifest.licence());
        manifest.source().ifPresent(source -> fields.put("source", source));
        manifest.trainedOn().ifPresent(trainedOn -> fields.put("trainedOn", trainedOn));
        manifest.commercialUse().ifPresent(allowed -> fields.put("commercialUse", allowed));
        if (manifest.globalPooling()) {
            fields.put("globalPooling", true);
        }
        fields.setAll(manifest.notes().fields());
        return fields;
    }

    private static void writeGraphs(NetworkManifest manifest, ArrayNode graphs) {
        for (NetworkGraph graph : manifest.graphs()) {
            ObjectNode fields = graphs.addObject().put("role", graph.role().spelling());
            putFile(fields, graph.published(), graph.file());
            ArrayNode inputs = fields.putArray("inputs");
            graph.inputs().forEach(input -> inputs.add(PortWriter.port(input)));
            fields.putArray("outputs").add(PortWriter.port(graph.output()));
        }
    }

    private static void putFile(ObjectNode fields, String published, NetworkFile file) {
        fields.put("file", published).put("sha256", file.sha256().value()).put("bytes", file.bytes());
    }

    static ObjectNode tensor(TensorDescription tensor) {
        ObjectNode fields = YAML.createObjectNode()
                .put("name", tensor.name())
                .put("layout", tensor.layout().name())
                .put("type", tensor.type().spelling())
                .put("colour", tensor.colour().name());
        fields.putArray("range").add(0).add(tensor.peak());
        return fields.put("clamped", tensor.clamped());
    }

    private static ObjectNode dynamic(DynamicDimensions dynamic) {
        return YAML.createObjectNode()
                .put("batch", dynamic.batch())
                .put("height", dynamic.height())
                .put("width", dynamic.width());
    }
}
