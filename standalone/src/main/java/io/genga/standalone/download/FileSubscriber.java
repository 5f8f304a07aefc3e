package io.genga.standalone.download;

import io.genga.contracts.id.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Writes the body of a response to a channel, which stays the caller's, and computes its sha256. */
final class FileSubscriber implements Subscriber<List<ByteBuffer>> {

    private final WritableByteChannel channel;
    private final long mostBytes;
    private final MessageDigest digest = Sha256.newDigest();
    private final CompletableFuture<Sha256> written = new CompletableFuture<>();

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicReference<Subscription> subscription = new AtomicReference<>();
    private volatile boolean cancelled;

    FileSubscriber(WritableByteChannel channel, long mostBytes) {
        this.channel = channel;
        this.mostBytes = mostBytes;
    }

    /**
     * Ends with the sha256 of all that was written, with {@link TooManyBytes}, with an {@link UncheckedIOException} where the channel
     * does not take what came, or with what ended the transfer.
     */
    CompletableFuture<Sha256> written() {
        return written;
    }

    /** Written until now. */
    long bytes() {
        return bytes.get();
    }

    /** Asks for no more; does nothing where the transfer has ended. */
    void cancel() {
        cancelled = true;
        Subscription given = subscription.get();
        if (given != null) {
            given.cancel();
        }
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription.set(given);
        if (cancelled) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                write(buffer);
            }
            subscription.get().request(1);
        } catch (IOException e) {
            fail(new UncheckedIOException(e));
        } catch (TooManyBytes e) {
            fail(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        written.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        written.complete(Sha256.of(digest));
    }

    private void write(ByteBuffer buffer) throws IOException {
        int size = buffer.remaining();
        if (bytes.get() + size > mostBytes) {
            throw new TooManyBytes();
        }
        digest.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        bytes.addAndGet(size);
    }

    private void fail(RuntimeException failure) {
        cancel();
        written.completeExceptionally(failure);
    }

    /** The body goes on beyond the most that was asked for. */
    static final class TooManyBytes extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
