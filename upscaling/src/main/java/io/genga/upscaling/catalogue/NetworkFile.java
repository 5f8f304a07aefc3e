package io.genga.upscaling.catalogue;

import io.genga.contracts.id.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An ONNX file of a network.
 *
 * @param bytes its size
 */
public record NetworkFile(GraphRole role, Sha256 sha256, long bytes) {

    public NetworkFile {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(sha256, "sha256");
    }

    static NetworkFile of(GraphRole role, byte[] onnx) {
        return new NetworkFile(role, Sha256.of(onnx), onnx.length);
    }

    /** What stands for several files: the sum of their sizes, and the sha256 of their sha256, one a line, in the order of the roles. */
    static NetworkFile standingFor(List<NetworkGraph> graphs) {
        String sums =
                graphs.stream().map(graph -> graph.file().sha256().value()).collect(Collectors.joining("\n", "", "\n"));
        long bytes = graphs.stream().mapToLong(graph -> graph.file().bytes()).sum();
        return new NetworkFile(GraphRole.WHOLE, Sha256.of(sums.getBytes(StandardCharsets.US_ASCII)), bytes);
    }
}
