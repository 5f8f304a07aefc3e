package io.genga.upscaling.catalogue;

import io.genga.contracts.id.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * A network's manifest with the ONNX files that it describes: the bytes are those of the manifest's sha256, and hold
 * all that the network needs. Immutable.
 */
public final class CataloguedNetwork {

    private static final String MANIFEST_ENDING = ".yaml";

    private final NetworkManifest manifest;
    private final Map<GraphRole, byte[]> contents;

    private CataloguedNetwork(NetworkManifest manifest, Map<GraphRole, byte[]> contents) {
        this.manifest = manifest;
        this.contents = contents;
    }

    /**
     * Reads a network and the manifest beside it, which has the same name but ends in {@code .yaml}. No file is
     * needed afterwards.
     *
     * @param file the ONNX file, or the manifest: the only way where a network is several files
     * @throws UnusableNetworkException where one of them is missing, cannot be read, or does not fit the other
     */
    public static CataloguedNetwork fromFile(Path file) {
        requireFile(file, "there is no network at " + file + ": check the path");
        String stem = stem(file);
        Path yaml = file.resolveSibling(stem + MANIFEST_ENDING);
        requireFile(yaml, file + " has no manifest: describe it in " + yaml + ", as upscaling/README.md says");
        NetworkManifest manifest = NetworkManifest.fromFile(yaml);
        Map<GraphRole, byte[]> contents = new EnumMap<>(GraphRole.class);
        for (NetworkFile described : manifest.files()) {
            Path onnx = yaml.resolveSibling(described.role().fileName(stem));
            requireFile(onnx, yaml + " describes " + onnx + ", which is not there: put it beside its manifest");
            requireSize(described, size(onnx), onnx.toString());
            contents.put(described.role(), verified(described, read(onnx), onnx.toString()));
        }
        return new CataloguedNetwork(manifest, contents);
    }

    /**
     * @param manifest of a network that is one graph
     * @param origin of the bytes, named in errors
     * @throws UnusableNetworkException where the bytes are not those that the manifest describes
     */
    public static CataloguedNetwork of(NetworkManifest manifest, byte[] onnx, String origin) {
        return of(manifest, Map.of(GraphRole.WHOLE, onnx), origin);
    }

    /**
     * @param contents of all files that the manifest describes
     * @param origin of the bytes, named in errors
     * @throws UnusableNetworkException where the bytes are not those that the manifest describes
     */
    public static CataloguedNetwork of(NetworkManifest manifest, Map<GraphRole, byte[]> contents, String origin) {
        Map<GraphRole, byte[]> verified = new EnumMap<>(GraphRole.class);
        for (NetworkFile described : manifest.files()) {
            GraphRole role = described.role();
            String name = role == GraphRole.WHOLE ? origin : origin + " (" + role.spelling() + ")";
            verified.put(role, verified(described, contents.get(role), name));
        }
        return new CataloguedNetwork(manifest, verified);
    }

    public NetworkManifest manifest() {
        return manifest;
    }

    /** The content of the ONNX file of a network that is one graph; a copy that the caller owns. */
    public byte[] onnx() {
        return onnx(GraphRole.WHOLE);
    }

    /** The content of an ONNX file; a copy that the caller owns. */
    public byte[] onnx(GraphRole role) {
        return contents.get(role).clone();
    }

    @Override
    public String toString() {
        return manifest.name() + " (" + manifest.sha256() + ")";
    }

    private static byte[] verified(NetworkFile described, byte[] onnx, String origin) {
        requireSize(described, onnx.length, origin);
        Sha256 found = Sha256.of(onnx);
        if (!found.equals(described.sha256())) {
            throw new UnusableNetworkException(origin + " has the sha256 " + found + ", but its manifest says "
                    + described.sha256() + ": fetch the file again, or correct the manifest");
        }
        OnnxSelfContainment.require(onnx, origin);
        return onnx;
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static void requireFile(Path file, String problem) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableNetworkException(problem);
        }
    }

    private static void requireSize(NetworkFile described, long found, String origin) {
        if (found != described.bytes()) {
            throw new UnusableNetworkException(origin + " has " + found + " bytes, but its manifest says "
                    + described.bytes() + ": fetch the file again, or correct the manifest");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UnusableNetworkException unreadable(Path file, IOException cause) {
        return new UnusableNetworkException(file + " cannot be read: check its permissions", cause);
    }
}
