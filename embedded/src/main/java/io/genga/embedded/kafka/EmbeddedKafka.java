package io.genga.embedded.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker inside this JVM, for {@code standalone} and for tests: one node that is its own controller (KRaft). It
 * listens at 127.0.0.1 alone and keeps its log below one directory, so that the log outlives it, also where the process is
 * killed. Whoever starts it makes sure that no other process uses the directory at the same time.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns when it answers.
     *
     * @param directory made where it is absent
     * @param port 0 for any free one
     * @throws EmbeddedKafkaException where the port is taken or the directory cannot be used
     */
    public static EmbeddedKafka start(Path directory, int port) {
        return start(directory, port, Map.of());
    }

    /**
     * As {@link #start(Path, int)}.
     *
     * @param further properties of the broker that override those of this class
     */
    public static EmbeddedKafka start(Path directory, int port, Map<String, String> further) {
        int brokerPort = requireFree(port);
        Properties properties = BrokerProperties.of(directory, brokerPort, requireFree(0), further);
        try {
            format(directory, properties);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(server, brokerPort);
        } catch (IOException | RuntimeException e) {
            throw new EmbeddedKafkaException(
                    "Kafka could not be started in " + directory + " (" + e.getMessage()
                            + "): see that the directory is writable and used by nobody else",
                    e);
        }
    }

    /** {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return BrokerProperties.ADDRESS + ":" + port;
    }

    /** Shuts the broker down; its log stays. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory, Properties properties) throws IOException {
        if (Files.exists(directory.resolve("log").resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(directory);
        Path configuration = directory.resolve("broker.properties");
        try (OutputStream file = Files.newOutputStream(configuration)) {
            properties.store(file, "Written at the first start, to format the log; every start makes its own.");
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {
            "format",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            configuration.toString(),
            "--ignore-formatted"
        };
        int result = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (result != 0) {
            throw new IOException("formatting failed: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static int requireFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(BrokerProperties.ADDRESS))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedKafkaException(
                    "port " + port + " of " + BrokerProperties.ADDRESS
                            + " is in use: stop what listens there, or choose another port for Kafka",
                    e);
        }
    }
}
