package io.genga.objectstore;

import io.genga.contracts.object.ObjectReference;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the platform keeps all bytes. An object appears whole or not at all and is never appended to.
 *
 * <p>Calls block; those that may be repeated without harm are repeated a few times before they fail. Every call may throw
 * the {@link ObjectStoreException}s: {@link ObjectMissingException}, {@link ObjectStoreUnavailableException} and {@link
 * ObjectStoreRefusedException}; trouble with a local file is an {@link UncheckedIOException} that names the file.
 * Interrupting the calling thread ends a call as unavailable. Thread-safe.
 */
public interface ObjectStore extends AutoCloseable {

    void createBucketIfAbsent(String bucket);

    /** Stores a file, replacing what was there; its sha256 becomes part of the object's metadata. */
    ObjectReference put(ObjectLocation at, Path file);

    /** As {@link #put(ObjectLocation, Path)}, with more metadata beside the sha256. */
    ObjectReference put(ObjectLocation at, Path file, ObjectMetadata metadata);

    /** Stores {@code content}, replacing what was there; its sha256 becomes part of the object's metadata. */
    ObjectReference put(ObjectLocation at, byte[] content);

    /**
     * Stores {@code content} up to its end, in bounded memory, replacing what was there. Where it exceeds one part (16
     * MiB) the object's metadata lacks the sha256, since that is known only at the end: keep the returned reference.
     *
     * @param content left open
     * @throws UncheckedIOException where reading {@code content} fails; nothing is stored then
     */
    ObjectReference put(ObjectLocation at, InputStream content);

    /**
     * Stores a file unless an object is there already.
     *
     * @return whether this call stored it: of several at the same time one alone returns true
     */
    boolean putIfAbsent(ObjectLocation at, Path file);

    /** The content from its start; the caller closes it. Breaking off in the middle is an {@link java.io.IOException}. */
    InputStream open(ObjectLocation at);

    /**
     * Copies the content into a file, which appears under its name only after its size and sha256 were found right.
     *
     * @param target replaced where it exists, left alone where this fails; its directory exists
     * @throws ObjectCorruptException where size or sha256 differ
     */
    void fetch(ObjectReference reference, Path target);

    /**
     * Copies the content into a file, which appears under its name only when it is complete.
     *
     * @param target replaced where it exists, left alone where this fails; its directory exists
     * @return what was fetched, with the size and sha256 that were found on the way
     */
    ObjectReference fetch(ObjectLocation at, Path target);

    /** Empty where no such object is there. */
    Optional<ObjectHead> head(ObjectLocation at);

    /** The objects whose keys start with {@code prefix}, in the order of the keys' bytes, fetched page by page as read. */
    Stream<ObjectHead> list(String bucket, String prefix);

    /** Deletes an object; it is fine if there is none. */
    void delete(ObjectLocation at);

    /** Deletes all objects whose keys start with {@code prefix}. */
    void deleteAll(String bucket, String prefix);

    /** A URL from which anyone may GET this object, and nothing else, until {@code validity} (1 s to 7 days) is over. */
    URI presignGet(ObjectLocation at, Duration validity);

    /** A URL to which anyone may PUT this object, and nothing else, until {@code validity} (1 s to 7 days) is over. */
    URI presignPut(ObjectLocation at, Duration validity);

    /** Frees the connections; objects stay. */
    @Override
    void close();
}
