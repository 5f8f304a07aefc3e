package io.genga.upscaling.catalogue;

import io.genga.contracts.id.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The networks that can be asked for by name. Immutable. */
public final class NetworkCatalogue {

    private static final String FOLDER = "/genga/networks/";

    private final List<CataloguedNetwork> networks;

    private NetworkCatalogue(List<CataloguedNetwork> networks) {
        this.networks = networks;
    }

    /** The networks that come with this module. */
    public static NetworkCatalogue builtIn() {
        return new NetworkCatalogue(Stream.of("genga-cel-x2", "genga-cel-x2-int8", "nearest-x2")
                .map(NetworkCatalogue::builtIn)
                .toList());
    }

    public List<NetworkManifest> networks() {
        return networks.stream().map(CataloguedNetwork::manifest).toList();
    }

    public List<String> names() {
        return networks().stream().map(NetworkManifest::name).toList();
    }

    public Optional<CataloguedNetwork> find(String name) {
        return networks.stream()
                .filter(network -> network.manifest().name().equals(name))
                .findFirst();
    }

    public Optional<CataloguedNetwork> find(Sha256 sha256) {
        return networks.stream()
                .filter(network -> network.manifest().sha256().equals(sha256))
                .findFirst();
    }

    private static CataloguedNetwork builtIn(String name) {
        String yaml = FOLDER + name + ".yaml";
        NetworkManifest manifest = NetworkManifest.fromYaml(read(yaml), yaml);
        String onnx = FOLDER + manifest.file();
        return CataloguedNetwork.of(manifest, read(onnx), onnx);
    }

    private static byte[] read(String resource) {
        try (InputStream content = NetworkCatalogue.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + " is missing from the class path: build upscaling again");
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read from the class path", e);
        }
    }
}
