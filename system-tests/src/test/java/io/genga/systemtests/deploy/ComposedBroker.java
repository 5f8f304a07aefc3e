package io.genga.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.systemtests.support.Conditions;
import io.genga.systemtests.support.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Kafka broker that is configured by its container's environment. The class that turns the environment into properties is
 * Kafka's own, the one that its image runs.
 */
final class ComposedBroker implements AutoCloseable {

    private static final String LOCALHOST = "127.0.0.1";

    private final Process process;
    private final int port;

    private ComposedBroker(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ComposedBroker start(Map<String, String> environment, Path folder) {
        int port = FreePort.find();
        Relocation relocation = new Relocation(Map.of(
                "//:9092",
                "//" + LOCALHOST + ":" + port,
                "kafka:9092",
                LOCALHOST + ":" + port,
                LOCALHOST + ":9093",
                LOCALHOST + ":" + FreePort.find(),
                "/var/lib/kafka/data",
                folder.resolve("kafka").toString()));
        Map<String, String> relocated = relocation.of(environment);
        try {
            String properties = writeProperties(relocated, folder);
            Process process = java(relocated, folder.resolve("kafka.log"), "kafka.Kafka", properties);
            Conditions.await("Kafka answers", () -> answers(port), () -> "alive: " + process.isAlive());
            return new ComposedBroker(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String bootstrapServers() {
        return LOCALHOST + ":" + port;
    }

    /** @return the file of the broker's properties, for a log that is formatted now */
    private static String writeProperties(Map<String, String> environment, Path folder) throws IOException {
        String defaults =
                Files.createDirectory(folder.resolve("kafka-defaults")).toString();
        Path written = Files.createDirectory(folder.resolve("kafka-properties"));
        Files.createFile(written.resolve("server.properties"));
        Path log = folder.resolve("kafka-setup.log");
        Process setup = java(
                environment,
                log,
                "kafka.docker.KafkaDockerWrapper",
                "setup",
                "--default-configs-dir",
                defaults,
                "--mounted-configs-dir",
                defaults,
                "--final-configs-dir",
                written.toString());
        assertThat(setup.onExit().join().exitValue()).as(Files.readString(log)).isZero();
        return written.resolve("server.properties").toString();
    }

    private static Process java(Map<String, String> environment, Path log, String... program) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                Stream.of(java, "-Xmx512m", "-cp", System.getProperty("java.class.path")),
                                Arrays.stream(program))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getByName(LOCALHOST), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
