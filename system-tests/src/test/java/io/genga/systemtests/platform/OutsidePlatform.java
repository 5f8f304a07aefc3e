package io.genga.systemtests.platform;

import io.genga.embedded.kafka.EmbeddedKafka;
import io.genga.embedded.store.EmbeddedObjectStore;
import io.genga.objectstore.ObjectStore;
import io.genga.objectstore.s3.S3Connection;
import io.genga.objectstore.s3.S3ObjectStore;
import io.genga.systemtests.support.ServiceProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A broker and a store that the services know by address only, as in a data centre. */
final class OutsidePlatform implements AutoCloseable {

    static final String BUCKET = "films";

    private final Path folder;
    private final EmbeddedKafka kafka;
    private final Store server;
    private final ObjectStore store;

    /** An S3 server for the time of a test. */
    interface Store extends AutoCloseable {

        S3Connection connection();

        @Override
        void close();
    }

    /** @param server closed with this */
    private OutsidePlatform(Path folder, EmbeddedKafka kafka, Store server) {
        this.folder = folder;
        this.kafka = kafka;
        this.server = server;
        store = S3ObjectStore.connect(server.connection());
        store.createBucketIfAbsent(BUCKET);
    }

    static OutsidePlatform withEmbeddedStore(Path folder) {
        EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        return new OutsidePlatform(folder, kafka, new Embedded(folder.resolve("store")));
    }

    /** With MinIO, which announces every object to a topic of its own. */
    static OutsidePlatform withMinio(Path program, Path folder, String notificationTopic) {
        EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        Minio minio = Minio.start(program, folder, kafka.bootstrapServers(), notificationTopic);
        OutsidePlatform platform = new OutsidePlatform(folder, kafka, minio);
        minio.announce(BUCKET, "inbox/");
        return platform;
    }

    ObjectStore store() {
        return store;
    }

    String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    ServiceProcess start(String service, String instance, Map<String, String> settings) {
        S3Connection connection = server.connection();
        Map<String, String> environment = new HashMap<>();
        environment.put("GENGA_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("GENGA_KAFKA_PARTITIONS", "3");
        environment.put("GENGA_STORE_ENDPOINT", connection.endpoint().toString());
        environment.put("GENGA_STORE_REGION", connection.region());
        environment.put("GENGA_STORE_ACCESS_KEY", connection.accessKey());
        environment.put("GENGA_STORE_SECRET_KEY", connection.secretKey());
        environment.put("GENGA_STORE_BUCKET", BUCKET);
        environment.put("GENGA_WORK_HEARTBEAT_INTERVAL", "PT0.5S");
        environment.putAll(settings);
        return ServiceProcess.start(service, instance, folder, environment);
    }

    @Override
    public void close() {
        store.close();
        server.close();
        kafka.close();
    }

    private static final class Embedded implements Store {

        private final EmbeddedObjectStore server;

        Embedded(Path directory) {
            server = EmbeddedObjectStore.start(directory, 0);
        }

        @Override
        public S3Connection connection() {
            return new S3Connection(server.endpoint(), server.region(), server.accessKey(), server.secretKey());
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
