package io.genga.upscaling.catalogue;

import java.util.List;
import java.util.Objects;

/**
 * One graph of a network of bidirectional recurrence. What each role takes, and in which order, says {@link GraphReader}.
 *
 * @param published name under which the ONNX file was published
 * @param inputs in the order of the role's
 */
public record NetworkGraph(NetworkFile file, String published, List<TensorPort> inputs, TensorPort output) {

    public NetworkGraph {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(published, "published");
        Objects.requireNonNull(output, "output");
        inputs = List.copyOf(inputs);
    }

    public GraphRole role() {
        return file.role();
    }

    /** The same graph in another file. */
    NetworkGraph withFile(String otherPublished, byte[] onnx) {
        return new NetworkGraph(NetworkFile.of(role(), onnx), otherPublished, inputs, output);
    }
}
