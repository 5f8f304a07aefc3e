package io.genga.upscaling.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;

/**
 * Fields of a manifest that are kept as they are written: {@code architecture} (its family and variant), {@code precisions} (the error of
 * each), {@code memoryPerMegapixel} (bytes) and {@code weights} (the checkpoint that the network was made from). Not to be changed.
 *
 * @param fields those of them that the manifest has
 */
public record ManifestNotes(ObjectNode fields) {

    private static final List<String> NAMES = List.of("architecture", "precisions", "memoryPerMegapixel", "weights");

    /** Of a manifest that has none. */
    public static ManifestNotes none() {
        return of(ManifestReader.emptyObject());
    }

    /** Bytes that the network needs per megapixel of the frame, on the processor; empty where that was not measured. */
    public OptionalLong memoryPerMegapixel() {
        JsonNode bytes = fields.path("memoryPerMegapixel");
        return bytes.canConvertToLong() ? OptionalLong.of(bytes.longValue()) : OptionalLong.empty();
    }

    static ManifestNotes of(JsonNode manifest) {
        ObjectNode fields = ManifestReader.emptyObject();
        NAMES.stream().filter(manifest::hasNonNull).forEach(name -> fields.set(name, manifest.get(name)));
        return new ManifestNotes(fields);
    }
}
