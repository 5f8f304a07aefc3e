package io.genga.standalone.models;

import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkFolder;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.io.IOException;
import java.util.function.Supplier;

/** Puts networks into the data directory. */
public record ModelStore(NetworkFolder folder) {

    /**
     * Makes a network and stores it.
     *
     * @param source makes the network
     * @return what is stored now
     * @throws CommandException where the network is refused, has the name of a built-in one, or cannot be written
     */
    public CataloguedNetwork add(Supplier<CataloguedNetwork> source) {
        try {
            CataloguedNetwork network = source.get();
            String name = network.manifest().name();
            if (NetworkCatalogue.builtIn().find(name).isPresent()) {
                throw new CommandException(
                        ExitCode.WRONG_USAGE, "the network '" + name + "' is built in: choose another name");
            }
            folder.add(network);
            return network;
        } catch (UnusableNetworkException e) {
            throw new CommandException(ExitCode.INPUT_REFUSED, e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.OUTPUT_UNWRITABLE,
                    "the network cannot be written to " + folder.root() + " (" + e.getMessage()
                            + "): check its permissions and space, or choose another --data-dir",
                    e);
        }
    }
}
