package io.genga.testsupport.store;

import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.object.SourceObject;
import io.genga.embedded.store.EmbeddedObjectStore;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import io.genga.objectstore.s3.S3Connection;
import io.genga.objectstore.s3.S3ObjectStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A real S3 server with one bucket, for the time of a test. */
public final class TestStore implements AutoCloseable {

    public static final String BUCKET = "films";

    private final EmbeddedObjectStore server;
    private final ObjectStore client;

    private TestStore(EmbeddedObjectStore server, ObjectStore client) {
        this.server = server;
        this.client = client;
    }

    /** @param directory for the server's data; stays behind when it is closed */
    public static TestStore start(Path directory) {
        EmbeddedObjectStore server = EmbeddedObjectStore.start(directory, 0);
        ObjectStore client = S3ObjectStore.connect(
                new S3Connection(server.endpoint(), server.region(), server.accessKey(), server.secretKey()));
        client.createBucketIfAbsent(BUCKET);
        return new TestStore(server, client);
    }

    /** Closed with this. */
    public ObjectStore client() {
        return client;
    }

    public ObjectReference put(String key, Path file) {
        return client.put(new ObjectLocation(BUCKET, key), file);
    }

    /** The object as a job names its source. */
    public SourceObject source(String key) {
        ObjectHead head = client.head(new ObjectLocation(BUCKET, key)).orElseThrow();
        return new SourceObject(BUCKET, key, head.size(), head.etag(), head.versionId());
    }

    /** When each object below a prefix was written, by its key. */
    public Map<String, Instant> written(String prefix) {
        try (Stream<ObjectHead> objects = client.list(BUCKET, prefix)) {
            Map<String, Instant> times = new TreeMap<>();
            objects.forEach(object -> times.put(object.location().key(), object.lastModified()));
            return times;
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
