package io.genga.objectstore.s3;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.object.ObjectReference;
import io.genga.objectstore.ObjectCorruptException;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectMetadata;
import io.genga.objectstore.ObjectStore;
import io.genga.objectstore.ObjectStoreRefusedException;
import io.minio.BucketExistsArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Any server that speaks S3; keeps to calls that all of them know. */
public final class S3ObjectStore implements ObjectStore {

    private static final Retries RETRIES = new Retries(4, Duration.ofMillis(100));

    private final S3Calls calls;
    private final S3Reader reader;
    private final S3Writer writer;
    private final S3Listing listing;

    private S3ObjectStore(S3Calls calls) {
        this.calls = calls;
        this.reader = new S3Reader(calls);
        this.writer = new S3Writer(calls, reader);
        this.listing = new S3Listing(calls);
    }

    /** Connects lazily: a server that is not there yet is noticed by the first call. The caller closes the store. */
    public static S3ObjectStore connect(S3Connection connection) {
        MinioAsyncClient client = MinioAsyncClient.builder()
                .endpoint(connection.endpoint().toString())
                .region(connection.region())
                .credentials(connection.accessKey(), connection.secretKey())
                .httpClient(S3Http.client(), true)
                .build();
        return new S3ObjectStore(new S3Calls(client, new S3Failures(connection.endpoint()), RETRIES));
    }

    @Override
    public void createBucketIfAbsent(String bucket) {
        if (exists(bucket)) {
            return;
        }
        MakeBucketArgs args = MakeBucketArgs.builder().bucket(bucket).build();
        try {
            calls.repeatedly("create bucket " + bucket, client -> client.makeBucket(args));
        } catch (ObjectStoreRefusedException e) {
            // Somebody else may have been quicker, or an attempt of ours whose answer was lost.
            if (!exists(bucket)) {
                throw e;
            }
        }
    }

    private boolean exists(String bucket) {
        BucketExistsArgs args = BucketExistsArgs.builder().bucket(bucket).build();
        return calls.repeatedly("look at bucket " + bucket, client -> client.bucketExists(args));
    }

    @Override
    public ObjectReference put(ObjectLocation at, Path file) {
        return put(at, file, ObjectMetadata.NONE);
    }

    @Override
    public ObjectReference put(ObjectLocation at, Path file, ObjectMetadata metadata) {
        ObjectReference reference = LocalFiles.reference(at, file);
        write(reference, file, metadata, WriteCondition.ANYTHING_THERE);
        return reference;
    }

    @Override
    public ObjectReference put(ObjectLocation at, byte[] content) {
        Sha256 sha256 = Sha256.of(content);
        writer.write(at, content, content.length, sha256, ObjectMetadata.NONE, WriteCondition.ANYTHING_THERE);
        return new ObjectReference(at.bucket(), at.key(), content.length, sha256);
    }

    @Override
    public ObjectReference put(ObjectLocation at, InputStream content) {
        @SuppressWarnings("resource") // The content stays the caller's.
        MeteredInputStream metered = new MeteredInputStream(content);
        try {
            writer.write(at, metered, Optional.empty(), ObjectMetadata.NONE, WriteCondition.ANYTHING_THERE);
            return metered.reference(at);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the content meant for " + at + ": " + e, e);
        }
    }

    @Override
    public boolean putIfAbsent(ObjectLocation at, Path file) {
        ObjectReference reference = LocalFiles.reference(at, file);
        // Spares the transfer of what would be refused at its end; the condition of the write itself decides.
        return head(at).isEmpty() && write(reference, file, ObjectMetadata.NONE, WriteCondition.NOTHING_THERE);
    }

    private boolean write(ObjectReference reference, Path file, ObjectMetadata metadata, WriteCondition condition) {
        ObjectLocation at = ObjectLocation.of(reference);
        try {
            if (reference.size() < S3Writer.PART_BYTES) {
                byte[] content = Files.readAllBytes(file);
                return writer.write(at, content, content.length, reference.sha256(), metadata, condition);
            }
            try (InputStream content = Files.newInputStream(file)) {
                return writer.write(at, content, Optional.of(reference.sha256()), metadata, condition);
            }
        } catch (IOException e) {
            throw LocalFiles.failure("read", file, e);
        }
    }

    @Override
    public InputStream open(ObjectLocation at) {
        return reader.open(at);
    }

    @Override
    public void fetch(ObjectReference reference, Path target) {
        reader.fetch(ObjectLocation.of(reference), target, found -> requireSame(reference, found));
    }

    private void requireSame(ObjectReference promised, ObjectReference found) {
        if (!promised.equals(found)) {
            throw new ObjectCorruptException(ObjectLocation.of(promised) + " at "
                    + calls.failures().endpoint() + " is corrupt: " + found.size() + " bytes with sha256 "
                    + found.sha256() + " instead of " + promised.size() + " bytes with sha256 " + promised.sha256());
        }
    }

    @Override
    public ObjectReference fetch(ObjectLocation at, Path target) {
        return reader.fetch(at, target, found -> {});
    }

    @Override
    public Optional<ObjectHead> head(ObjectLocation at) {
        return reader.head(at);
    }

    @Override
    public Stream<ObjectHead> list(String bucket, String prefix) {
        return listing.list(bucket, prefix);
    }

    @Override
    public void delete(ObjectLocation at) {
        RemoveObjectArgs args =
                RemoveObjectArgs.builder().bucket(at.bucket()).object(at.key()).build();
        calls.repeatedly("delete " + at, client -> client.removeObject(args));
    }

    @Override
    public void deleteAll(String bucket, String prefix) {
        listing.deleteAll(bucket, prefix);
    }

    @Override
    public URI presignGet(ObjectLocation at, Duration validity) {
        return presign(Http.Method.GET, at, validity);
    }

    @Override
    public URI presignPut(ObjectLocation at, Duration validity) {
        return presign(Http.Method.PUT, at, validity);
    }

    private URI presign(Http.Method method, ObjectLocation at, Duration validity) {
        GetPresignedObjectUrlArgs args = GetPresignedObjectUrlArgs.builder()
                .method(method)
                .bucket(at.bucket())
                .object(at.key())
                .expiry(Math.toIntExact(validity.toSeconds()))
                .build();
        try {
            return URI.create(calls.client().getPresignedObjectUrl(args));
        } catch (MinioException e) {
            throw calls.failures().translate("sign a URL of " + at, e);
        }
    }

    @Override
    public void close() {
        calls.client().close();
    }
}
