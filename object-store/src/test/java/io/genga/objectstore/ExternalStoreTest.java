package io.genga.objectstore;

import io.genga.objectstore.s3.S3Connection;
import io.genga.objectstore.s3.S3ObjectStore;
import java.net.URI;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract, kept by the S3 adapter with a server of one's own, such as MinIO, where the variables name one. */
@EnabledIfEnvironmentVariable(named = "GENGA_TEST_S3_ENDPOINT", matches = "https?://.+")
class ExternalStoreTest extends ObjectStoreContract {

    @Override
    ObjectStore connect() {
        return S3ObjectStore.connect(new S3Connection(
                URI.create(System.getenv("GENGA_TEST_S3_ENDPOINT")),
                System.getenv().getOrDefault("GENGA_TEST_S3_REGION", "us-east-1"),
                System.getenv("GENGA_TEST_S3_ACCESS_KEY"),
                System.getenv("GENGA_TEST_S3_SECRET_KEY")));
    }

    @Override
    void stopServer() {
        // It is not ours.
    }
}
