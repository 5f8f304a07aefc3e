package io.genga.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** One service in a process of its own, configured by its environment, as it is deployed. */
public final class ServiceProcess implements AutoCloseable {

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String name;
    private final Process process;
    private final Path log;
    private final URI address;

    private ServiceProcess(String name, Process process, Path log, URI address) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /**
     * Starts a service and returns once it says that it is ready.
     *
     * @param service its module, for example {@code sr-worker}
     * @param instance unique name, also of its log
     */
    public static ServiceProcess start(String service, String instance, Path folder, Map<String, String> environment) {
        int port = FreePort.find();
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("GENGA_INSTANCE", instance);
        settings.put("GENGA_SCRATCH_DIRECTORY", folder.resolve(instance).toString());
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dorg.bytedeco.javacpp.maxBytes=0",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-jar",
                Repository.serviceProgram(service).toString());
        builder.environment().putAll(settings);
        return start(instance, builder, folder, port);
    }

    /**
     * Starts a service as the caller wants it and returns once it says that it is ready.
     *
     * @param instance unique name, also of its log
     * @param builder its command and environment
     * @param folder of its log
     * @param port of 127.0.0.1 at which the environment makes it listen
     */
    public static ServiceProcess start(String instance, ProcessBuilder builder, Path folder, int port) {
        Path log = folder.resolve(instance + ".log");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        ServiceProcess started =
                new ServiceProcess(instance, start(builder), log, URI.create("http://127.0.0.1:" + port));
        Conditions.await(instance + " is ready", () -> started.status("/q/health/ready") == OK, started::log);
        return started;
    }

    public URI address() {
        return address;
    }

    /** The status of an HTTP GET; 0 where nothing answers. */
    public int status(String path) {
        try {
            return get(path).statusCode();
        } catch (UncheckedIOException noAnswer) {
            if (!process.isAlive()) {
                throw new AssertionError(name + " ended: " + log(), noAnswer);
            }
            return 0;
        }
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As a power cut: the process gets no chance to say anything. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
