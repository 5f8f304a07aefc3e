package io.genga.objectstore.s3;

import io.genga.contracts.object.ObjectReference;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends a film from a file and from a stream, and fetches both: the whole life of a small JVM. */
final class FilmTransfer {

    private FilmTransfer() {}

    /** @param arguments endpoint, access key, secret key, a directory for files, the film's size in MiB */
    public static void main(String[] arguments) throws IOException {
        S3Connection connection = new S3Connection(URI.create(arguments[0]), "us-east-1", arguments[1], arguments[2]);
        Path directory = Path.of(arguments[3]);
        Path film = film(directory.resolve("film"), Integer.parseInt(arguments[4]));
        try (ObjectStore store = S3ObjectStore.connect(connection);
                InputStream content = Files.newInputStream(film)) {
            store.createBucketIfAbsent("videos");
            ObjectReference fromFile = store.put(new ObjectLocation("videos", "from-file"), film);
            ObjectReference fromStream = store.put(new ObjectLocation("videos", "from-stream"), content);
            store.fetch(fromFile, directory.resolve("copy"));
            store.fetch(fromStream, directory.resolve("copy"));
        }
    }

    private static Path film(Path file, int mebibytes) throws IOException {
        byte[] mebibyte = new byte[1 << 20];
        try (var out = Files.newOutputStream(file)) {
            for (int index = 0; index < mebibytes; index++) {
                out.write(mebibyte);
            }
        }
        return file;
    }
}
