package io.genga.upscaling.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;

/** From YAML to a manifest. Unknown fields are left to later versions; a wrong or missing one is named. */
final class ManifestReader {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Smaller ones would cost more than they compute. */
    private static final int LEAST_TILE = 64 * 64;

    /** Where a manifest does not say: docs/results/warm-up.md. */
    private static final int DEFAULT_WARM_UP = 8;

    private ManifestReader() {}

    static NetworkManifest read(byte[] yaml, String origin) {
        JsonNode manifest = parse(yaml, origin);
        ManifestFields fields = new ManifestFields(origin, "", manifest);
        String name = fields.matching("name", NetworkManifest.NAME_PATTERN, "lower-case letters, digits, '.' and '-'");
        // Ahead of the rest, since which fields there are follows from it.
        TemporalContract temporalContract =
                fields.oneOf("temporalContract", TemporalContract.values(), TemporalContract::spelling);
        Tensors tensors = tensors(fields, temporalContract);
        NetworkFile whole = tensors.graphs().isEmpty() ? file(fields) : NetworkFile.standingFor(tensors.graphs());
        return new NetworkManifest(
                name,
                tensors.graphs().isEmpty() ? fields.text("file") : NetworkManifest.manifestName(name),
                whole.sha256(),
                whole.bytes(),
                fields.smallInteger("scale", 1),
                tensors.input(),
                tensors.output(),
                fields.integer("parameters", 0),
                fields.smallInteger("receptiveFieldRadius", 0),
                fields.smallInteger("paddingMultiple", 1),
                fields.smallInteger("tileAlignment", 1),
                fields.optionalInteger("largestTile", LEAST_TILE),
                temporalContract,
                precision(fields, temporalContract),
                dynamic(fields.nested("dynamic")),
                fields.text("licence"),
                fields.optionalText("source"),
                fields.optionalText("trainedOn"),
                fields.optionalFlag("commercialUse"),
                ManifestNotes.of(manifest),
                fields.optionalFlag("globalPooling").orElse(false),
                tensors.temporal(),
                tensors.graphs());
    }

    private static NetworkFile file(ManifestFields fields) {
        return new NetworkFile(GraphRole.WHOLE, fields.sha256("sha256"), fields.integer("bytes", 1));
    }

    private record Tensors(
            TensorDescription input, TensorDescription output, TemporalTensors temporal, List<NetworkGraph> graphs) {

        static Tensors of(List<NetworkGraph> graphs, int warmUp) {
            return new Tensors(
                    graphs.get(0).inputs().get(0).picture().orElseThrow(),
                    graphs.get(graphs.size() - 1).output().picture().orElseThrow(),
                    new TemporalTensors(List.of(), List.of(), warmUp),
                    graphs);
        }
    }

    private static Tensors tensors(ManifestFields fields, TemporalContract contract) {
        return switch (contract) {
            case SINGLE_FRAME ->
                new Tensors(
                        tensor(fields.nested("input"), true),
                        tensor(fields.nested("output"), false),
                        TemporalTensors.NONE,
                        List.of());
            case NEIGHBOUR_WINDOW, FORWARD_RECURRENCE -> {
                PortReader ports = new PortReader(fields, fields.smallInteger("scale", 1));
                yield new Tensors(ports.input(), ports.output(), ports.temporal(contract), List.of());
            }
            case BIDIRECTIONAL_RECURRENCE ->
                Tensors.of(new GraphReader(fields, fields.smallInteger("scale", 1)).graphs(), warmUp(fields));
        };
    }

    private static String precision(ManifestFields fields, TemporalContract contract) {
        String precision = fields.optionalText("precision").orElse("fp32");
        boolean halfSequence =
                contract != TemporalContract.SINGLE_FRAME && precision.equals(NetworkManifest.HALF_PRECISION);
        fields.require("precision", !halfSequence, "fp32: networks that see several frames cannot be run in fp16 yet");
        return precision;
    }

    /** Of a network that remembers. */
    static int warmUp(ManifestFields fields) {
        return fields.has("warmUp") ? fields.smallInteger("warmUp", 0) : DEFAULT_WARM_UP;
    }

    static ObjectNode emptyObject() {
        return YAML.createObjectNode();
    }

    private static JsonNode parse(byte[] yaml, String origin) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UnusableNetworkException(origin + " is no manifest of a network: it cannot be read as YAML", e);
        }
    }

    static TensorDescription tensor(ManifestFields fields, boolean clampedUnlessSaid) {
        return new TensorDescription(
                fields.text("name"),
                fields.oneOf("layout", TensorLayout.values(), TensorLayout::name),
                fields.oneOf("type", ElementType.values(), ElementType::spelling),
                fields.oneOf("colour", ColourOrder.values(), ColourOrder::name),
                fields.rangeFromZero("range"),
                fields.optionalFlag("clamped").orElse(clampedUnlessSaid));
    }

    private static DynamicDimensions dynamic(ManifestFields fields) {
        return new DynamicDimensions(fields.flag("batch"), fields.mustBeTrue("height"), fields.mustBeTrue("width"));
    }
}
