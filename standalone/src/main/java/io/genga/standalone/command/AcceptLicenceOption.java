package io.genga.standalone.command;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --accept-licence}, for commands that make networks ready. */
final class AcceptLicenceOption {

    @Option(
            names = "--accept-licence",
            paramLabel = "NAME",
            description =
                    "accept this licence, although it forbids commercial use; networks under such a licence are refused otherwise")
    private List<String> accepted = List.of();

    /**
     * Returns the network.
     *
     * @throws CommandException where its licence forbids commercial use and was not accepted
     */
    CataloguedNetwork require(CataloguedNetwork network) {
        NetworkManifest manifest = network.manifest();
        if (manifest.forbidsCommercialUse() && !accepted.contains(manifest.licence())) {
            throw new CommandException(
                    ExitCode.WRONG_USAGE,
                    "the licence of " + manifest.name()
                            + " forbids commercial use: if you can keep to that, accept it with" + " --accept-licence "
                            + manifest.licence());
        }
        return network;
    }
}
