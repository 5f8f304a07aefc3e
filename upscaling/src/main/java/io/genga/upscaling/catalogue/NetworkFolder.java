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
 * Networks on disk, each as {@code NAME.onnx} with its manifest {@code NAME.yaml}. A network is there whole or not at all, even
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
                    .map(NetworkFolder::manifest)
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
        return NetworkManifest.isName(name) && Files.isRegularFile(file(name, MANIFEST));
    }

    /**
     * Reads the network of this name.
     *
     * @throws UnusableNetworkException where the network is there but damaged
     */
    public Optional<CataloguedNetwork> find(String name) {
        return contains(name) ? Optional.of(CataloguedNetwork.fromFile(onnx(name))) : Optional.empty();
    }

    /** Where the ONNX file of a network lies, or would lie. */
    public Path onnx(String name) {
        return file(name, ".onnx");
    }

    /** Replaces a network of the same name. */
    public void add(CataloguedNetwork network) throws IOException {
        Files.createDirectories(root);
        String name = network.manifest().name();
        replace(onnx(name), network.onnx());
        replace(file(name, MANIFEST), network.manifest().toYaml());
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

    private static NetworkManifest manifest(Path file) {
        try {
            return NetworkManifest.fromYaml(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new UnusableNetworkException(file + " cannot be read: check its permissions", e);
        }
    }

    private Path file(String name, String ending) {
        return root.resolve(name + ending);
    }
}
