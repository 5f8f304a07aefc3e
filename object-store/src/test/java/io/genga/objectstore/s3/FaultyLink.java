package io.genga.objectstore.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A TCP connection to a server that can be cut in the middle of an answer: what the client asked was done then, but it
 * cannot know.
 */
final class FaultyLink implements AutoCloseable {

    private final ServerSocket entrance;
    private final URI server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final AtomicInteger cutsLeft = new AtomicInteger();
    private final AtomicLong bytesBeforeCut = new AtomicLong();

    FaultyLink(URI server) throws IOException {
        this.server = server;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        executor.execute(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    /** Cuts the connection after {@code bytes} of the next answer, and so for {@code answers} answers. */
    void cut(int answers, long bytes) {
        bytesBeforeCut.set(bytes);
        cutsLeft.set(answers);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                executor.execute(() -> forward(client, upstream));
                executor.execute(() -> answer(upstream, client));
            } catch (IOException e) {
                if (!entrance.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void forward(Socket client, Socket upstream) {
        try (client;
                upstream) {
            client.getInputStream().transferTo(upstream.getOutputStream());
        } catch (IOException e) {
            // One end has gone: so has the link.
        }
    }

    private void answer(Socket upstream, Socket client) {
        try (client;
                upstream) {
            InputStream in = upstream.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (bytesBeforeCut.addAndGet(-count) < 0 && cutsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    return;
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // One end has gone: so has the link.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        executor.shutdownNow();
    }
}
