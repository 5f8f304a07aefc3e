package io.genga.runtime.networks;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.request.NetworkReference;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import io.genga.runtime.instance.Instance;
import io.genga.runtime.instance.ScratchFolder;
import io.genga.runtime.store.StoreConfiguration;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The networks that jobs refer to: those built in, and those that the store keeps below {@code models/}. */
@ApplicationScoped
public class PlatformNetworks {

    private final NetworkCatalogue builtIn = NetworkCatalogue.builtIn();
    private final Map<Sha256, CataloguedNetwork> fetched = new ConcurrentHashMap<>();
    private final ObjectStore store;
    private final StoreConfiguration configuration;
    private final Instance instance;

    public PlatformNetworks(ObjectStore store, StoreConfiguration configuration, Instance instance) {
        this.store = store;
        this.configuration = configuration;
        this.instance = instance;
    }

    /**
     * @throws io.genga.objectstore.ObjectMissingException where nobody has stored the network
     */
    public CataloguedNetwork find(NetworkReference reference) {
        return builtIn.find(reference.sha256())
                .orElseGet(() -> fetched.computeIfAbsent(reference.sha256(), this::fetch));
    }

    /** Makes a network available to all services; one that is there is not copied again. */
    public void store(CataloguedNetwork network) {
        Sha256 sha256 = network.manifest().sha256();
        if (store.head(at(ObjectKeys.networkManifest(sha256))).isPresent()) {
            // The manifest is written last.
            return;
        }
        store.put(at(ObjectKeys.network(sha256)), network.onnx());
        store.put(at(ObjectKeys.networkManifest(sha256)), network.manifest().toYaml());
    }

    private CataloguedNetwork fetch(Sha256 sha256) {
        try (ScratchFolder folder = instance.newScratchFolder("network")) {
            Path onnx = folder.file("network.onnx");
            store.fetch(at(ObjectKeys.network(sha256)), onnx);
            store.fetch(at(ObjectKeys.networkManifest(sha256)), folder.file("network.yaml"));
            return CataloguedNetwork.fromFile(onnx);
        }
    }

    private ObjectLocation at(String key) {
        return new ObjectLocation(configuration.bucket(), key);
    }
}
