package io.genga.upscaling.ncnn;

import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads networks of ncnn. */
public final class NcnnReader {

    private NcnnReader() {}

    /**
     * Reads both files from the first to the last byte.
     *
     * @param param the text of the {@code .param} file
     * @param paramFile its name, for errors
     * @param bin the content of the {@code .bin} file, from its position to its limit; not changed
     * @param binFile its name, for errors
     * @throws UnusableNetworkException where the two are damaged, do not belong together, or hold what cannot be
     *     converted; its message names the first mismatch
     */
    public static NcnnNetwork read(String param, String paramFile, ByteBuffer bin, String binFile) {
        List<LayerLine> lines = ParamText.read(param, paramFile);
        if (lines.isEmpty() || !lines.get(0).type().equals("Input")) {
            throw new UnusableNetworkException(paramFile + ": the first layer must be of type Input");
        }
        BinWeights weights = new BinWeights(bin, binFile);
        OperationReader operations = new OperationReader(weights);
        GeometryCheck check = new GeometryCheck();
        List<Layer> layers = new ArrayList<>();
        for (LayerLine line : lines) {
            Operation operation = operations.read(line);
            check.add(line, operation);
            layers.add(new Layer(line.name(), line.inputs(), line.outputs(), operation));
        }
        requireAllRead(weights, binFile, paramFile);
        LayerLine last = lines.get(lines.size() - 1);
        return new NcnnNetwork(layers, check.result(last), check.multiple(last), weights.numbers());
    }

    private static void requireAllRead(BinWeights weights, String binFile, String paramFile) {
        if (weights.rest() > 0) {
            throw new UnusableNetworkException(
                    binFile + " goes on for " + weights.rest() + " bytes after the last weight that " + paramFile
                            + " asks for: the two files do not belong together");
        }
    }
}
