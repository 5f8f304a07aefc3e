package io.genga.standalone.command;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.published.PublishedCheckpoint;
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
        require(manifest.name(), manifest.licence(), manifest.forbidsCommercialUse());
        return network;
    }

    /** @throws CommandException where its licence forbids commercial use and was not accepted */
    void require(PublishedCheckpoint checkpoint) {
        require(checkpoint.name(), checkpoint.licence(), checkpoint.forbidsCommercialUse());
    }

    private void require(String name, String licence, boolean forbidsCommercialUse) {
        if (forbidsCommercialUse && !accepted.contains(licence)) {
            throw new CommandException(
                    ExitCode.WRONG_USAGE,
                    "the licence of " + name + " forbids commercial use: if you can keep to that, accept it with"
                            + " --accept-licence " + licence);
        }
    }
}
