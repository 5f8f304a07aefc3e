package io.genga.standalone.platform;

import io.genga.standalone.data.DataDirectory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** How the four services are configured when they share one machine. */
public record PlatformSettings(DataDirectory directory, int workers, DeviceChoice device, RestApi rest) {

    /** More often than on many machines: people watch the progress. */
    private static final String HEARTBEAT = "PT1S";

    /** What does not finish in this time is done again by the next command. */
    private static final String DRAIN = "PT2S";

    /** Whether the REST API is served. */
    public sealed interface RestApi {

        /** {@code upscale} talks to the services within the process. */
        record Closed() implements RestApi {}

        /** At 127.0.0.1. */
        record Open(int port) implements RestApi {}
    }

    /**
     * By the names of the services' configuration.
     *
     * @param environment an environment variable's value by its name, or null; what a user set there stays untouched
     */
    Map<String, String> properties(UnaryOperator<String> environment) {
        Map<String, String> properties = new TreeMap<>();
        addPlatform(properties);
        addFolders(properties);
        addRest(properties);
        properties.keySet().removeIf(name -> environment.apply(environmentName(name)) != null);
        return properties;
    }

    private void addPlatform(Map<String, String> properties) {
        int processors = Runtime.getRuntime().availableProcessors();
        properties.put("genga.instance", "standalone");
        properties.put("genga.pools", "cpu");
        properties.put("genga.kafka.partitions", "1");
        properties.put("genga.kafka.replication-factor", "1");
        properties.put("genga.store.bucket", "genga");
        properties.put("genga.work.heartbeat-interval", HEARTBEAT);
        properties.put("genga.work.drain-timeout", DRAIN);
        properties.put("genga.worker.slots", Integer.toString(workers));
        properties.put("genga.worker.inference-threads", Integer.toString(Math.max(1, processors / workers)));
        properties.putAll(device.properties());
    }

    private void addFolders(Map<String, String> properties) {
        properties.put("genga.scratch-directory", directory.scratch().toString());
        properties.put("genga.assembler.state-directory", directory.streams().toString());
        properties.put(
                "genga.ingest.models.directory", directory.networks().root().toString());
        properties.put("quarkus.log.file.path", directory.logFile().toString());
    }

    private void addRest(Map<String, String> properties) {
        if (rest instanceof RestApi.Open open) {
            properties.put("quarkus.http.port", Integer.toString(open.port()));
            properties.put("genga.ingest.reconcile.enabled", "true");
        } else {
            properties.put("quarkus.http.host-enabled", "false");
            properties.put("genga.ingest.reconcile.enabled", "false");
        }
    }

    /** As MicroProfile Config maps them. */
    private static String environmentName(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
