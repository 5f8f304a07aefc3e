package io.genga.media.verify;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * Reads the pictures of a film on a thread of its own, a few ahead of who asks for them. After the last one was asked for, or after
 * {@link #close}, the film is no longer touched.
 */
final class ReadAhead implements AutoCloseable {

    private static final int PICTURES = 8;

    private final BlockingQueue<Supplier<Optional<TimedThumbnail>>> read = new ArrayBlockingQueue<>(PICTURES);
    private final Thread reader;
    private boolean ended;

    /** @param film used by the thread alone until it has ended */
    ReadAhead(ComparedFilm film) {
        this.reader = new Thread(() -> readAll(film), "read-ahead");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll(ComparedFilm film) {
        try {
            boolean more = true;
            while (more) {
                Supplier<Optional<TimedThumbnail>> next = next(film);
                read.put(next);
                more = next instanceof Picture picture && picture.get().isPresent();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static Supplier<Optional<TimedThumbnail>> next(ComparedFilm film) {
        try {
            return new Picture(film.next());
        } catch (RuntimeException | Error e) {
            return () -> {
                throw e;
            };
        }
    }

    private record Picture(Optional<TimedThumbnail> get) implements Supplier<Optional<TimedThumbnail>> {}

    /**
     * The next picture; empty behind the last.
     *
     * @throws RuntimeException as reading it did
     */
    Optional<TimedThumbnail> next() {
        if (ended) {
            return Optional.empty();
        }
        try {
            Optional<TimedThumbnail> next = read.take().get();
            ended = next.isEmpty();
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a film was read", e);
        }
    }

    /** Returns when the thread has ended. */
    @Override
    public void close() {
        reader.interrupt();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
