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
import io.genga.upscaling.catalogue.NetworkFile;
import io.genga.upscaling.catalogue.NetworkManifest;
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
        NetworkManifest manifest = network.manifest();
        ObjectLocation last = at(ObjectKeys.networkManifest(manifest.sha256()));
        if (store.head(last).isPresent()) {
            return;
        }
        for (NetworkFile file : manifest.files()) {
            store.put(at(ObjectKeys.network(file.sha256())), network.onnx(file.role()));
        }
        store.put(last, manifest.toYaml());
    }

    private CataloguedNetwork fetch(Sha256 sha256) {
        try (ScratchFolder folder = instance.newScratchFolder("network")) {
            Path yaml = folder.file("network.yaml");
            store.fetch(at(ObjectKeys.networkManifest(sha256)), yaml);
            for (NetworkFile file : NetworkManifest.fromFile(yaml).files()) {
                Path onnx = folder.file(file.role().fileName("network"));
                store.fetch(at(ObjectKeys.network(file.sha256())), onnx);
            }
            return CataloguedNetwork.fromFile(yaml);
        }
    }

    private ObjectLocation at(String key) {
        return new ObjectLocation(configuration.bucket(), key);
    }
}
