package io.genga.standalone.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server on a free port of this machine, which counts what it is asked for. */
public final class FileServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();

    private FileServer(HttpServer server) {
        this.server = server;
    }

    /** Starts one that answers all requests in one way. */
    public static FileServer answering(HttpHandler handler) throws IOException {
        FileServer files =
                new FileServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        files.server.setExecutor(files.threads);
        files.server.createContext("/", exchange -> {
            files.requests.incrementAndGet();
            try (exchange) {
                handler.handle(exchange);
            }
        });
        files.server.start();
        return files;
    }

    /** Starts one that has a file at every path. */
    public static FileServer of(byte[] content) throws IOException {
        return answering(exchange -> send(exchange, 200, content));
    }

    /** Starts one that announces a file, but goes away in the midst of it. */
    public static FileServer breakingOff(byte[] content) throws IOException {
        return answering(exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, content.length / 2);
        });
    }

    public static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
        exchange.sendResponseHeaders(status, content.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(content);
        }
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
