package io.genga.standalone.data;

import io.genga.upscaling.catalogue.NetworkFolder;
import java.nio.file.Path;

/** The folder in which everything lies that outlives a command. */
public record DataDirectory(Path root) {

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** {@code ~/.genga}. */
    public static DataDirectory ofUser() {
        return new DataDirectory(Path.of(System.getProperty("user.home"), ".genga"));
    }

    /** The broker's log. */
    public Path kafka() {
        return root.resolve("kafka");
    }

    /** The objects, and the key pair that opens the store. */
    public Path store() {
        return root.resolve("store");
    }

    public Path storeCredentials() {
        return store().resolve("credentials.properties");
    }

    /** The local copy of what <em>decide</em> knows. */
    public Path streams() {
        return root.resolve("streams");
    }

    /** Networks that were pulled or imported. */
    public NetworkFolder networks() {
        return new NetworkFolder(root.resolve("models"));
    }

    /** Checkpoints that were pulled, and what is made of them. */
    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** Files of running work; worth nothing after the process ended. */
    public Path scratch() {
        return root.resolve("scratch");
    }

    public Path logFile() {
        return root.resolve("genga.log");
    }

    Path lockFile() {
        return root.resolve("lock");
    }
}
