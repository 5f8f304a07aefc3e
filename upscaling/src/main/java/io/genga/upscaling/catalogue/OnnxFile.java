package io.genga.upscaling.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads ONNX files that nothing is known of. */
public final class OnnxFile {

    /** Weights lie in memory up to three times while a network is imported. */
    private static final long MOST_BYTES = 128L << 20;

    private OnnxFile() {}

    /**
     * Reads the whole file.
     *
     * @return the content, whole in itself: no weights in other files, none that are declared larger than they are
     * @throws UnusableNetworkException where it is not, or is too large; checked before anything is read
     */
    public static byte[] read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UnusableNetworkException("there is no network at " + file + ": check the path");
        }
        try {
            requireSize(file.toString(), Files.size(file));
            byte[] content = Files.readAllBytes(file);
            OnnxSelfContainment.require(content, file.toString());
            return content;
        } catch (IOException e) {
            throw new UnusableNetworkException(file + " cannot be read: check its permissions", e);
        }
    }

    /** @throws UnusableNetworkException where a file of this size is too large to be imported */
    public static void requireSize(String origin, long size) {
        if (size > MOST_BYTES) {
            throw new UnusableNetworkException(
                    origin + " has " + size + " bytes, but networks of at most " + MOST_BYTES + " can be imported");
        }
    }
}
