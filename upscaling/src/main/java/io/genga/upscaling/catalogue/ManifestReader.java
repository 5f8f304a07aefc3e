package io.genga.upscaling.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;

/** From YAML to a manifest. Unknown fields are left to later versions; a wrong or missing one is named. */
final class ManifestReader {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Smaller ones would cost more than they compute. */
    private static final int LEAST_TILE = 64 * 64;

    private ManifestReader() {}

    static NetworkManifest read(byte[] yaml, String origin) {
        JsonNode manifest = parse(yaml, origin);
        ManifestFields fields = new ManifestFields(origin, "", manifest);
        String name = fields.matching("name", NetworkManifest.NAME_PATTERN, "lower-case letters, digits, '.' and '-'");
        // Ahead of the rest, since networks that cannot be run have other fields.
        TemporalContract temporalContract =
                fields.oneOf("temporalContract", TemporalContract.values(), TemporalContract::spelling);
        return new NetworkManifest(
                name,
                fields.text("file"),
                fields.sha256("sha256"),
                fields.integer("bytes", 1),
                fields.smallInteger("scale", 1),
                tensor(fields.nested("input"), true),
                tensor(fields.nested("output"), false),
                fields.integer("parameters", 0),
                fields.smallInteger("receptiveFieldRadius", 0),
                fields.smallInteger("paddingMultiple", 1),
                fields.smallInteger("tileAlignment", 1),
                fields.optionalInteger("largestTile", LEAST_TILE),
                temporalContract,
                fields.optionalText("precision").orElse("fp32"),
                dynamic(fields.nested("dynamic")),
                fields.text("licence"),
                fields.optionalText("source"),
                fields.optionalText("trainedOn"),
                fields.optionalFlag("commercialUse"),
                ManifestNotes.of(manifest),
                fields.optionalFlag("globalPooling").orElse(false));
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

    private static TensorDescription tensor(ManifestFields fields, boolean clampedUnlessSaid) {
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
