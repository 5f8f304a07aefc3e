package io.genga.standalone.download;

import io.genga.contracts.id.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Fetches files over HTTP. Redirects are followed, but never from HTTPS to HTTP. */
public final class Download {

    private static final Duration CONNECTING = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 200;
    private static final int OK = 200;
    private static final int BYTES_OF_A_BEGINNING = 256;

    private final DownloadLimits limits;
    private final HttpClient client;

    public Download(DownloadLimits limits) {
        this(limits, new EnvironmentProxies());
    }

    Download(DownloadLimits limits, ProxySelector proxies) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECTING)
                .proxy(proxies)
                .build();
    }

    /**
     * Fetches a file. Until it is whole and checked it has another name, and is deleted where that does not come to pass.
     *
     * @param file in a folder that is made if need be; what was there is replaced
     * @param expected of the file; empty where it is not known
     * @return what the file is
     * @throws DownloadFailedException where nothing can be fetched, or something else comes
     * @throws IOException where the file cannot be written
     */
    public Sha256 fetch(URI address, Path file, Optional<Sha256> expected, TransferProgress progress)
            throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".part");
        // Where the command is stopped meanwhile.
        part.toFile().deleteOnExit();
        try {
            Sha256 found = transfer(address, part, progress);
            requireContent(address, part);
            requireDigest(address, found, expected);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return found;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Sha256 transfer(URI address, Path part, TransferProgress progress) throws IOException {
        HttpResponse<Publisher<List<ByteBuffer>>> response = response(address);
        OptionalLong total = response.headers().firstValueAsLong("Content-Length");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            FileSubscriber body = new FileSubscriber(channel, limits.mostBytes());
            response.body().subscribe(body);
            try {
                requireFile(address, response, total);
                return written(address, body, total, progress);
            } finally {
                body.cancel();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private HttpResponse<Publisher<List<ByteBuffer>>> response(URI address) {
        CompletableFuture<HttpResponse<Publisher<List<ByteBuffer>>>> response =
                client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofPublisher());
        try {
            return response.get(limits.silence().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw failed(address, silence(), e);
        } catch (ExecutionException e) {
            throw failed(address, unreachable(e.getCause()), e);
        } catch (InterruptedException e) {
            throw interrupted(address, e);
        }
    }

    private Sha256 written(URI address, FileSubscriber body, OptionalLong total, TransferProgress progress) {
        long bytes = 0;
        long sinceNanos = System.nanoTime();
        while (true) {
            try {
                return body.written().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                progress.advanced(body.bytes(), total);
                if (body.bytes() > bytes) {
                    bytes = body.bytes();
                    sinceNanos = System.nanoTime();
                } else if (System.nanoTime() - sinceNanos > limits.silence().toNanos()) {
                    throw failed(address, silence(), e);
                }
            } catch (ExecutionException e) {
                throw broken(address, body.bytes(), total, e.getCause());
            } catch (InterruptedException e) {
                throw interrupted(address, e);
            }
        }
    }

    private void requireFile(URI address, HttpResponse<?> response, OptionalLong total) {
        if (response.statusCode() != OK) {
            throw failed(address, "the server answers with status " + response.statusCode(), null);
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
            throw otherContent(address, "is a web page, and was not kept");
        }
        if (total.isPresent() && total.getAsLong() > limits.mostBytes()) {
            throw tooLarge(address);
        }
    }

    private void requireContent(URI address, Path part) throws IOException {
        long bytes = Files.size(part);
        String beginning = beginning(part).stripLeading().toLowerCase(Locale.ROOT);
        if (Stream.of("<!doctype", "<html", "<?xml").anyMatch(beginning::startsWith)) {
            throw otherContent(address, "is a web page, and was not kept");
        }
        if (bytes < limits.leastBytes()) {
            throw otherContent(address, "has only " + bytes + " bytes, too few for a checkpoint, and was not kept");
        }
    }

    private static void requireDigest(URI address, Sha256 found, Optional<Sha256> expected) {
        if (expected.isPresent() && !expected.get().equals(found)) {
            throw otherContent(
                    address,
                    "is another file, and was not kept (its sha256 is " + found + ", that of the published one "
                            + expected.get() + ")");
        }
    }

    private static String beginning(Path part) throws IOException {
        try (InputStream content = Files.newInputStream(part)) {
            return new String(content.readNBytes(BYTES_OF_A_BEGINNING), StandardCharsets.ISO_8859_1);
        }
    }

    private RuntimeException broken(URI address, long bytes, OptionalLong total, Throwable cause) {
        if (cause instanceof UncheckedIOException unwritable) {
            return unwritable;
        }
        if (cause instanceof FileSubscriber.TooManyBytes) {
            return tooLarge(address);
        }
        String of = total.isPresent() ? " of " + total.getAsLong() : "";
        return failed(address, "the transfer broke off after " + bytes + of + " bytes", cause);
    }

    private static String unreachable(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "there was no connection within " + CONNECTING.toSeconds() + " s";
        }
        if (cause instanceof ConnectException) {
            boolean unknown = cause.getCause() instanceof ConnectException inner
                    ? inner.getCause() instanceof UnresolvedAddressException
                    : cause.getCause() instanceof UnresolvedAddressException;
            return unknown ? "the name of its host is unknown here" : "there is no connection to its host";
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private String silence() {
        return "nothing came for " + limits.silence().toSeconds() + " s";
    }

    private DownloadFailedException tooLarge(URI address) {
        return otherContent(
                address, "has more than " + limits.mostBytes() + " bytes, too many for a checkpoint, and was not kept");
    }

    private static DownloadFailedException interrupted(URI address, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return failed(address, "it was interrupted", cause);
    }

    private static DownloadFailedException failed(URI address, String reason, Throwable cause) {
        return new DownloadFailedException(address + " cannot be fetched (" + reason + ")", false, cause);
    }

    private static DownloadFailedException otherContent(URI address, String finding) {
        return new DownloadFailedException("what is at " + address + " " + finding, true, null);
    }
}
