package io.genga.upscaling.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Networks on disk, each as {@code NAME.onnx}, or a file for each of its graphs, with its manifest {@code NAME.yaml}. A network is there whole or not at all, even
 * where two processes add it at once.
 *
 * @param root need not exist before a network is added
 */
public record NetworkFolder(Path root) {

    private static final String MANIFEST = ".yaml";

    /**
     * The manifests, by name.
     *
     * @throws UnusableNetworkException where one is damaged
     */
    public List<NetworkManifest> networks() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(file -> file.toString().endsWith(MANIFEST))
                    .map(NetworkManifest::fromFile)
                    .sorted(Comparator.comparing(NetworkManifest::name))
                    .toList();
        } catch (IOException e) {
            throw new UnusableNetworkException("the folder " + root + " cannot be read: check its permissions", e);
        }
    }

    public List<String> names() {
        return networks().stream().map(NetworkManifest::name).toList();
    }

    public boolean contains(String name) {
        return NetworkManifest.isName(name) && Files.isRegularFile(manifestOf(name));
    }

    /**
     * Reads the network of this name.
     *
     * @throws UnusableNetworkException where the network is there but damaged
     */
    public Optional<CataloguedNetwork> find(String name) {
        return contains(name) ? Optional.of(CataloguedNetwork.fromFile(file(name))) : Optional.empty();
    }

    /** The file by which a network is read, or would be: its ONNX file; its manifest where it is several. */
    public Path file(String name) {
        Path onnx = root.resolve(GraphRole.WHOLE.fileName(name));
        return contains(name) && !Files.exists(onnx) ? manifestOf(name) : onnx;
    }

    /** Replaces a network of the same name. */
    public void add(CataloguedNetwork network) throws IOException {
        Files.createDirectories(root);
        NetworkManifest manifest = network.manifest();
        for (NetworkFile file : manifest.files()) {
            replace(root.resolve(file.role().fileName(manifest.name())), network.onnx(file.role()));
        }
        replace(manifestOf(manifest.name()), manifest.toYaml());
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path unfinished = Files.createTempFile(file.getParent(), "unfinished-", ".tmp");
        try {
            Files.write(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Path manifestOf(String name) {
        return root.resolve(NetworkManifest.manifestName(name));
    }
}
