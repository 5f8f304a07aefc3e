package io.genga.standalone.command;

import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import io.genga.upscaling.imports.Precision;
import picocli.CommandLine.Option;

/** {@code --precision}, for commands that make networks ready. */
final class PrecisionOption {

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "fp32",
            description =
                    "fp32, or fp16 for GPUs: half the memory, and a name that ends in -fp16. Refused where results would differ"
                            + " by more than 2/255. ${DEFAULT-VALUE} by default")
    private Precision precision;

    Precision precision() {
        return precision;
    }

    String nameOf(String network) {
        return precision.nameOf(network);
    }

    /**
     * The network in this precision.
     *
     * @throws UnusableNetworkException where this precision does not suit it
     */
    CataloguedNetwork of(CataloguedNetwork network) {
        return precision.of(network);
    }
}
