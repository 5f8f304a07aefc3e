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
    private final EmbeddedObjectStore storeServer;
    private final ObjectStore store;

    OutsidePlatform(Path folder) {
        this.folder = folder;
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        storeServer = EmbeddedObjectStore.start(folder.resolve("store"), 0);
        store = S3ObjectStore.connect(new S3Connection(
                storeServer.endpoint(), storeServer.region(), storeServer.accessKey(), storeServer.secretKey()));
        store.createBucketIfAbsent(BUCKET);
    }

    ObjectStore store() {
        return store;
    }

    ServiceProcess start(String service, String instance, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("GENGA_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("GENGA_KAFKA_PARTITIONS", "3");
        environment.put("GENGA_STORE_ENDPOINT", storeServer.endpoint().toString());
        environment.put("GENGA_STORE_REGION", storeServer.region());
        environment.put("GENGA_STORE_ACCESS_KEY", storeServer.accessKey());
        environment.put("GENGA_STORE_SECRET_KEY", storeServer.secretKey());
        environment.put("GENGA_STORE_BUCKET", BUCKET);
        environment.put("GENGA_WORK_HEARTBEAT_INTERVAL", "PT0.5S");
        return ServiceProcess.start(service, instance, folder, environment);
    }

    @Override
    public void close() {
        store.close();
        storeServer.close();
        kafka.close();
    }
}
