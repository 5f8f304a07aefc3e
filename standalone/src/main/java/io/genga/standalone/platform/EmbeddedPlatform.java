package io.genga.standalone.platform;

import io.genga.embedded.kafka.EmbeddedKafka;
import io.genga.embedded.kafka.EmbeddedKafkaException;
import io.genga.embedded.store.EmbeddedObjectStore;
import io.genga.embedded.store.EmbeddedObjectStoreException;
import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.exit.CommandException;
import io.genga.standalone.exit.ExitCode;
import java.util.Map;
import java.util.TreeMap;

/** The broker and the store that the services of this JVM speak to. */
public final class EmbeddedPlatform implements AutoCloseable {

    private static final int ANY_PORT = 0;

    private final EmbeddedKafka kafka;
    private final EmbeddedObjectStore store;

    private EmbeddedPlatform(EmbeddedKafka kafka, EmbeddedObjectStore store) {
        this.kafka = kafka;
        this.store = store;
    }

    /**
     * Returns when both answer.
     *
     * @throws CommandException where one of them cannot use its directory
     */
    public static EmbeddedPlatform start(DataDirectory directory) {
        try {
            EmbeddedObjectStore store = EmbeddedObjectStore.start(directory.store(), ANY_PORT);
            return withKafka(directory, store);
        } catch (EmbeddedKafkaException | EmbeddedObjectStoreException e) {
            throw new CommandException(ExitCode.IN_USE, e.getMessage(), e);
        }
    }

    private static EmbeddedPlatform withKafka(DataDirectory directory, EmbeddedObjectStore store) {
        try {
            return new EmbeddedPlatform(EmbeddedKafka.start(directory.kafka(), ANY_PORT), store);
        } catch (EmbeddedKafkaException e) {
            store.close();
            throw e;
        }
    }

    /** Where the services find the two; by the names of their configuration. */
    Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        addresses.put("genga.kafka.bootstrap-servers", kafka.bootstrapServers());
        addresses.put("genga.store.endpoint", store.endpoint().toString());
        addresses.put("genga.store.region", store.region());
        addresses.put("genga.store.access-key", store.accessKey());
        addresses.put("genga.store.secret-key", store.secretKey());
        return addresses;
    }

    @Override
    public void close() {
        try {
            store.close();
        } finally {
            kafka.close();
        }
    }
}
