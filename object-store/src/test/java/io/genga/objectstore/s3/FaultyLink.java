package io.genga.objectstore.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network between a client and a server that breaks in the middle of an answer: what the client asked was done then,
 * but it cannot know.
 */
final class FaultyLink implements AutoCloseable {

    private final ServerSocket entrance;
    private final URI server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final AtomicInteger cutsLeft = new AtomicInteger();
    private volatile String request = "";
    private volatile long bytesBeforeCut;

    FaultyLink(URI server) throws IOException {
        this.server = server;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        executor.execute(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    /** Cuts the next {@code times} answers to {@code request}, such as {@code PUT /bucket}, after so many bytes. */
    void cutAnswers(String request, int times, long bytesBeforeCut) {
        this.request = request;
        this.bytesBeforeCut = bytesBeforeCut;
        cutsLeft.set(times);
    }

    /** How many of the cuts that were asked for have not taken place. */
    int cutsLeft() {
        return cutsLeft.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Connection connection =
                        new Connection(entrance.accept(), new Socket(server.getHost(), server.getPort()));
                executor.execute(connection::forward);
                executor.execute(connection::answer);
            } catch (IOException e) {
                if (!entrance.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        executor.shutdownNow();
    }

    private final class Connection {

        private final Socket client;
        private final Socket upstream;
        /** Bytes that may still pass to the client. */
        private volatile long allowance = Long.MAX_VALUE;

        Connection(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        void forward() {
            try (client;
                    upstream) {
                InputStream in = client.getInputStream();
                byte[] buffer = new byte[1 << 16];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    String text = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
                    if (text.startsWith(request) && cutsLeft.get() > 0) {
                        cutsLeft.decrementAndGet();
                        allowance = bytesBeforeCut;
                    }
                    upstream.getOutputStream().write(buffer, 0, count);
                }
            } catch (IOException e) {
                // One end has gone: so has the link.
            }
        }

        void answer() {
            try (client;
                    upstream) {
                InputStream in = upstream.getInputStream();
                OutputStream out = client.getOutputStream();
                byte[] buffer = new byte[1 << 16];
                for (int count = in.read(buffer); count >= 0 && count <= allowance; count = in.read(buffer)) {
                    out.write(buffer, 0, count);
                    allowance -= count;
                }
            } catch (IOException e) {
                // One end has gone: so has the link.
            }
        }
    }
}
