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

    /** One that says all that a manifest of a single-frame network can say. */
    public static String complete() {
        return yaml("genga-cel-x2") + """
                largestTile: 65536
                precision: fp32
                source: https://example.org/networks
                commercialUse: false
                architecture: {family: srvgg, convolutions: 8, scale: 2}
                precisions:
                  fp32: {error: 2.0e-07}
                  fp16: {error: 0.0012}
                memoryPerMegapixel: 1200000000
                weights:
                  file: cel.pth
                  download: https://example.org/cel.pth
                  package: cels==1.0
                  sha256: a92fb48193dece37b83209175b405ab98011816f3bfd5ab70b1801e035fab714
                """;
    }

    /** A network that hands a state from frame to frame, as {@code training/import-checkpoint} describes it. */
    public static String recurrent() {
        return yaml("genga-cel-x2")
                        .replaceAll("(?m)^(input|output): .*\n", "")
                        .replace("temporalContract: single-frame", "temporalContract: forward-recurrence")
                + """
                inputs:
                - {name: previous, layout: NCHW, type: float32, colour: RGB, range: [0, 1], role: neighbour, channels: 3, scale: 1, offset: -1}
                - {name: frame, layout: NCHW, type: float32, colour: RGB, range: [0, 1], role: frame, channels: 3, scale: 1}
                - {name: state, layout: NCHW, type: float32, role: hidden-state, channels: 64, scale: 1}
                outputs:
                - {name: output, layout: NCHW, type: float32, colour: RGB, range: [0, 1], clamped: false, role: frame, channels: 3, scale: 2}
                - {name: next_state, layout: NCHW, type: float32, role: hidden-state, channels: 64, scale: 1, feeds: state}
                """;
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
