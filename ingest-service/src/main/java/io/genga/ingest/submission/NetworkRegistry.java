package io.genga.ingest.submission;

import io.genga.contracts.request.NetworkReference;
import io.genga.runtime.networks.PlatformNetworks;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkChain;
import io.genga.upscaling.catalogue.NetworkFolder;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The networks that jobs may ask for. */
@ApplicationScoped
public class NetworkRegistry {

    private final NetworkCatalogue catalogue = NetworkCatalogue.builtIn();
    private final PlatformNetworks networks;
    private final Optional<NetworkFolder> folder;

    public NetworkRegistry(PlatformNetworks networks, NetworksConfiguration configuration) {
        this.networks = networks;
        this.folder = configuration.directory().map(NetworkFolder::new);
    }

    /**
     * Makes networks available to all workers that run one after another.
     *
     * @param names in the order in which they run, at least one
     * @throws InvalidRequestException where there is no such network, one is damaged, or they cannot run so
     */
    public List<NetworkReference> chain(List<String> names) {
        List<CataloguedNetwork> found = names.stream().map(this::find).toList();
        try {
            new NetworkChain(found.stream().map(CataloguedNetwork::manifest).toList());
        } catch (UnusableNetworkException e) {
            throw new InvalidRequestException("model", e.getMessage());
        }
        return found.stream().map(this::register).toList();
    }

    private CataloguedNetwork find(String name) {
        try {
            return catalogue
                    .find(name)
                    .or(() -> folder.flatMap(networksHere -> networksHere.find(name)))
                    .orElseThrow(() -> new InvalidRequestException(
                            "model", "there is no model '" + name + "': choose one of " + String.join(", ", names())));
        } catch (UnusableNetworkException e) {
            throw new InvalidRequestException("model", e.getMessage());
        }
    }

    /** Makes a network available to all workers; a built-in one is already. */
    public NetworkReference register(CataloguedNetwork network) {
        if (catalogue.find(network.manifest().sha256()).isEmpty()) {
            networks.store(network);
        }
        return reference(network);
    }

    /** By which {@link #chain} finds them. */
    public List<String> names() {
        List<String> names = new ArrayList<>(catalogue.names());
        folder.map(NetworkFolder::names).ifPresent(names::addAll);
        return names;
    }

    private static NetworkReference reference(CataloguedNetwork network) {
        return new NetworkReference(
                network.manifest().name(), network.manifest().sha256());
    }
}
