package io.genga.upscaling.catalogue;

import io.genga.contracts.id.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network's manifest with the ONNX file that it describes: the bytes are those of the manifest's sha256, and hold
 * all that the network needs. Immutable.
 */
public final class CataloguedNetwork {

    private final NetworkManifest manifest;
    private final byte[] onnx;

    private CataloguedNetwork(NetworkManifest manifest, byte[] onnx) {
        this.manifest = manifest;
        this.onnx = onnx;
    }

    /**
     * Reads a network and the manifest beside it, which has the same name but ends in {@code .yaml}. Neither file is
     * needed afterwards.
     *
     * @throws UnusableNetworkException where one of them is missing, cannot be read, or does not fit the other
     */
    public static CataloguedNetwork fromFile(Path onnx) {
        requireFile(onnx, "there is no network at " + onnx + ": check the path");
        Path yaml = manifestBeside(onnx);
        requireFile(yaml, onnx + " has no manifest: describe it in " + yaml + ", as upscaling/README.md says");
        NetworkManifest manifest = NetworkManifest.fromYaml(read(yaml), yaml.toString());
        requireSize(manifest, size(onnx), onnx.toString());
        return of(manifest, read(onnx), onnx.toString());
    }

    /**
     * @param origin of the bytes, named in errors
     * @throws UnusableNetworkException where the bytes are not those that the manifest describes
     */
    public static CataloguedNetwork of(NetworkManifest manifest, byte[] onnx, String origin) {
        requireSize(manifest, onnx.length, origin);
        Sha256 found = Sha256.of(onnx);
        if (!found.equals(manifest.sha256())) {
            throw new UnusableNetworkException(origin + " has the sha256 " + found + ", but its manifest says "
                    + manifest.sha256() + ": fetch the file again, or correct the manifest");
        }
        OnnxSelfContainment.require(onnx, origin);
        return new CataloguedNetwork(manifest, onnx);
    }

    public NetworkManifest manifest() {
        return manifest;
    }

    /** The content of the ONNX file; a copy that the caller owns. */
    public byte[] onnx() {
        return onnx.clone();
    }

    @Override
    public String toString() {
        return manifest.name() + " (" + manifest.sha256() + ")";
    }

    private static Path manifestBeside(Path onnx) {
        String name = onnx.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return onnx.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".yaml");
    }

    private static void requireFile(Path file, String problem) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableNetworkException(problem);
        }
    }

    private static void requireSize(NetworkManifest manifest, long found, String origin) {
        if (found != manifest.bytes()) {
            throw new UnusableNetworkException(origin + " has " + found + " bytes, but its manifest says "
                    + manifest.bytes() + ": fetch the file again, or correct the manifest");
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
