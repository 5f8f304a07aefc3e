package io.genga.systemtests.platform;

import io.genga.messaging.KafkaConnection;
import io.genga.messaging.topics.TopicInstaller;
import io.genga.messaging.topics.TopicLayout;
import io.genga.objectstore.s3.S3Connection;
import io.genga.systemtests.support.Conditions;
import io.genga.systemtests.support.FreePort;
import io.minio.MinioClient;
import io.minio.SetBucketNotificationArgs;
import io.minio.errors.MinioException;
import io.minio.messages.NotificationConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real MinIO server that sends its notifications to Kafka. */
final class Minio implements OutsidePlatform.Store {

    private static final String ACCESS_KEY = "tester";
    private static final String SECRET_KEY = "tester-secret";
    private static final String TARGET = "GENGA";

    private final Process process;
    private final URI endpoint;

    private Minio(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static Minio start(Path program, Path folder, String bootstrapServers, String topic) {
        TopicInstaller.installOutsideTopic(
                KafkaConnection.of(bootstrapServers), new TopicLayout(1, (short) 1, Duration.ofDays(1)), topic);
        int port = FreePort.find();
        String address = "127.0.0.1:" + port;
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(),
                        "server",
                        folder.resolve("minio").toString(),
                        "--address",
                        address,
                        "--console-address",
                        "127.0.0.1:" + FreePort.find())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("minio.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "MINIO_ROOT_USER",
                        ACCESS_KEY,
                        "MINIO_ROOT_PASSWORD",
                        SECRET_KEY,
                        "MINIO_API_SYNC_EVENTS",
                        "on",
                        "MINIO_NOTIFY_KAFKA_ENABLE_" + TARGET,
                        "on",
                        "MINIO_NOTIFY_KAFKA_BROKERS_" + TARGET,
                        bootstrapServers,
                        "MINIO_NOTIFY_KAFKA_TOPIC_" + TARGET,
                        topic));
        try {
            Process process = builder.start();
            Conditions.await("MinIO answers", () -> answers(port), () -> "alive: " + process.isAlive());
            return new Minio(process, URI.create("http://" + address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on every object that is created below {@code prefix} is announced. */
    void announce(String bucket, String prefix) {
        var filter = new NotificationConfiguration.Filter(
                List.of(new NotificationConfiguration.FilterRule("prefix", prefix)));
        var queue = new NotificationConfiguration.QueueConfiguration(
                "arn:minio:sqs::" + TARGET + ":kafka", null, List.of("s3:ObjectCreated:*"), filter);
        try (MinioClient client = MinioClient.builder()
                .endpoint(endpoint.toString())
                .credentials(ACCESS_KEY, SECRET_KEY)
                .build()) {
            client.setBucketNotification(SetBucketNotificationArgs.builder()
                    .bucket(bucket)
                    .config(new NotificationConfiguration(null, List.of(queue), null, null))
                    .build());
        } catch (MinioException e) {
            throw new IllegalStateException("MinIO does not take the notifications of " + bucket, e);
        } catch (Exception e) {
            throw new IllegalStateException("closing the client of " + endpoint, e);
        }
    }

    @Override
    public S3Connection connection() {
        return new S3Connection(endpoint, "us-east-1", ACCESS_KEY, SECRET_KEY);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
