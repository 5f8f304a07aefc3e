package io.genga.embedded.store;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * An S3 server inside this JVM, for {@code standalone} and for tests. It listens at 127.0.0.1 alone and keeps its objects
 * as files below one directory, so that they outlive it. Whoever starts it makes sure that no other process uses the
 * directory at the same time. Thread-safe.
 *
 * <p>It falls short of S3 in this: no key may lie below another object ({@code a.bin/child} beside {@code a.bin}), two
 * slashes in a row become one, no part of a key between slashes may exceed 255 bytes, and a single PUT is held in
 * memory whole: send more than 16 MiB in parts.
 */
public final class EmbeddedObjectStore implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.1";
    private static final String REGION = "us-east-1";

    private final S3Proxy server;
    private final StoreCredentials credentials;

    private EmbeddedObjectStore(S3Proxy server, StoreCredentials credentials) {
        this.server = server;
        this.credentials = credentials;
    }

    /**
     * Starts a store and returns when it answers.
     *
     * @param directory made where it is absent; holds the objects and the key pair, which is drawn at the first start
     * @param port 0 for any free one
     * @throws EmbeddedObjectStoreException where the port is taken or the directory cannot be used
     */
    public static EmbeddedObjectStore start(Path directory, int port) {
        try {
            Path objects = Files.createDirectories(directory.resolve("objects"));
            StoreCredentials credentials = StoreCredentials.loadOrDraw(directory.resolve("credentials.properties"));
            S3Proxy server = server(objects, port, credentials);
            listen(server, port);
            return new EmbeddedObjectStore(server, credentials);
        } catch (IOException e) {
            throw new EmbeddedObjectStoreException(
                    "The object store cannot use " + directory + ": " + e + "; make it a writable directory", e);
        }
    }

    private static S3Proxy server(Path objects, int port, StoreCredentials credentials) {
        return S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(objects.toString()))
                .endpoint(URI.create("http://" + ADDRESS + ":" + port))
                .awsAuthentication(AuthenticationType.AWS_V4, credentials.accessKey(), credentials.secretKey())
                // What is being written when the server stops will not appear, so there is nothing to wait for.
                .stopTimeout(0)
                .build();
    }

    // S3Proxy declares Exception.
    private static void listen(S3Proxy server, int port) {
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            String reason = e instanceof BindException || e.getCause() instanceof BindException
                    ? "the port is in use; choose another one or stop the program that holds it"
                    : e.toString();
            throw new EmbeddedObjectStoreException(
                    "The object store cannot listen at " + ADDRESS + ":" + port + ": " + reason, e);
        }
    }

    /** Where its clients find it, such as {@code http://127.0.0.1:9000}. */
    public URI endpoint() {
        return URI.create("http://" + ADDRESS + ":" + server.getPort());
    }

    public String accessKey() {
        return credentials.accessKey();
    }

    public String secretKey() {
        return credentials.secretKey();
    }

    public String region() {
        return REGION;
    }

    /** Stops listening; the objects stay. */
    @Override
    public void close() {
        stop(server);
    }

    private static void stop(S3Proxy server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new EmbeddedObjectStoreException("The object store at " + ADDRESS + " did not stop", e);
        }
    }
}
