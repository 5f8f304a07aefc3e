package io.genga.upscaling.ncnn;

import java.util.List;

/**
 * One step of a network.
 *
 * @param name unique in practice, but not by ncnn's rules
 * @param inputs names of the tensors it reads, each written by an earlier layer
 * @param outputs names of the tensors it writes, each written by no other layer
 */
public record Layer(String name, List<String> inputs, List<String> outputs, Operation operation) {

    public Layer {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** The only output of a layer that is no {@link Operation.Split}. */
    public String output() {
        return outputs.get(0);
    }
}
