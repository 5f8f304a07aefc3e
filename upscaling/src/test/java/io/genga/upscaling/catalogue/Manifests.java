package io.genga.upscaling.catalogue;

import io.genga.contracts.id.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Manifests that differ from a built-in one where a test wants them to. */
public final class Manifests {

    private Manifests() {}

    /** The text of a built-in manifest. */
    public static String yaml(String name) {
        try (InputStream content = Manifests.class.getResourceAsStream("/genga/networks/" + name + ".yaml")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A manifest with {@code field: value} in the place of that field's line. */
    public static String yaml(String name, String field, Object value) {
        String original = yaml(name);
        String changed = original.replaceFirst("(?m)^" + field + ":.*$", field + ": " + value);
        if (changed.equals(original)) {
            throw new IllegalArgumentException(name + " has no field " + field + " with another value");
        }
        return changed;
    }

    public static NetworkManifest parse(String yaml) {
        return NetworkManifest.fromYaml(yaml.getBytes(StandardCharsets.UTF_8), "test.yaml");
    }

    /** A network of which only what matters to tiles is known. */
    public static NetworkManifest withGeometry(int receptiveFieldRadius, int paddingMultiple, int tileAlignment) {
        return parse(yaml("genga-cel-x2")
                .replace("receptiveFieldRadius: 10", "receptiveFieldRadius: " + receptiveFieldRadius)
                .replace("paddingMultiple: 1", "paddingMultiple: " + paddingMultiple)
                .replace("tileAlignment: 1", "tileAlignment: " + tileAlignment));
    }

    /** A network of these bytes with the rest of a built-in manifest. */
    public static CataloguedNetwork network(String yaml, byte[] onnx) {
        String described = yaml.replaceFirst("(?m)^sha256:.*$", "sha256: " + Sha256.of(onnx))
                .replaceFirst("(?m)^bytes:.*$", "bytes: " + onnx.length);
        return CataloguedNetwork.of(parse(described), onnx, "test.onnx");
    }
}
