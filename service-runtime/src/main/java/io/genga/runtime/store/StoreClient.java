package io.genga.runtime.store;

import io.genga.objectstore.ObjectStore;
import io.genga.objectstore.s3.S3Connection;
import io.genga.objectstore.s3.S3ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The client of the object store that all services of a JVM share. */
@ApplicationScoped
public class StoreClient {

    @Produces
    @Singleton
    ObjectStore objectStore(StoreConfiguration configuration) {
        ObjectStore store = S3ObjectStore.connect(new S3Connection(
                configuration.endpoint(),
                configuration.region(),
                configuration.accessKey(),
                configuration.secretKey()));
        store.createBucketIfAbsent(configuration.bucket());
        return store;
    }

    void close(@Disposes ObjectStore store) {
        store.close();
    }
}
