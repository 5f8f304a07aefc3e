package io.genga.ingest.submission;

import io.genga.contracts.request.NetworkReference;
import io.genga.runtime.networks.PlatformNetworks;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import jakarta.enterprise.context.ApplicationScoped;

/** The networks that jobs may ask for. */
@ApplicationScoped
public class NetworkRegistry {

    private final NetworkCatalogue catalogue = NetworkCatalogue.builtIn();
    private final PlatformNetworks networks;

    public NetworkRegistry(PlatformNetworks networks) {
        this.networks = networks;
    }

    /**
     * @throws InvalidRequestException where no network has this name
     */
    public NetworkReference named(String name) {
        return catalogue
                .find(name)
                .map(NetworkRegistry::reference)
                .orElseThrow(() -> new InvalidRequestException(
                        "model",
                        "there is no model '" + name + "': choose one of " + String.join(", ", catalogue.names())));
    }

    /** Makes a network available to all workers; a built-in one is already. */
    public NetworkReference register(CataloguedNetwork network) {
        if (catalogue.find(network.manifest().sha256()).isEmpty()) {
            networks.store(network);
        }
        return reference(network);
    }

    private static NetworkReference reference(CataloguedNetwork network) {
        return new NetworkReference(
                network.manifest().name(), network.manifest().sha256());
    }
}
