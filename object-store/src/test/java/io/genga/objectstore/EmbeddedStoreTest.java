package io.genga.objectstore;

import io.genga.embedded.store.EmbeddedObjectStore;
import io.genga.objectstore.s3.S3Connection;
import io.genga.objectstore.s3.S3ObjectStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by the S3 adapter with the store that {@code standalone} embeds. */
class EmbeddedStoreTest extends ObjectStoreContract {

    @TempDir
    private static Path serverDirectory;

    private EmbeddedObjectStore server;

    @Override
    ObjectStore connect() {
        server = EmbeddedObjectStore.start(serverDirectory, 0);
        return S3ObjectStore.connect(
                new S3Connection(server.endpoint(), server.region(), server.accessKey(), server.secretKey()));
    }

    @Override
    void stopServer() {
        server.close();
    }
}
