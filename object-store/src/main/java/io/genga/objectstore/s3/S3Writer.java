package io.genga.objectstore.s3;

import io.genga.contracts.id.Sha256;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectMetadata;
import io.genga.objectstore.ObjectStoreRefusedException;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.ObjectWriteResponse;
import io.minio.PutObjectAPIArgs;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Writes objects: small ones by one call, large ones in parts. */
record S3Writer(S3Calls calls, S3Reader reader) {

    /** Of one part, in bytes. With S3's limit of 10,000 parts an object may have 156 GiB. */
    static final int PART_BYTES = 16 << 20;

    /**
     * Writes {@code content} up to its end.
     *
     * @param sha256 where it is known beforehand
     * @return false where {@code condition} did not hold
     * @throws IOException where reading {@code content} fails
     */
    boolean write(
            ObjectLocation at,
            InputStream content,
            Optional<Sha256> sha256,
            ObjectMetadata metadata,
            WriteCondition condition)
            throws IOException {
        byte[] buffer = new byte[PART_BYTES];
        int length = content.readNBytes(buffer, 0, PART_BYTES);
        if (length < PART_BYTES) {
            return write(at, buffer, length, sha256Of(buffer, length), metadata, condition);
        }
        MultipartUpload upload = MultipartUpload.begin(calls, at, S3Headers.metadata(sha256, metadata));
        boolean written = false;
        try {
            while (length > 0) {
                upload.add(buffer, length);
                length = content.readNBytes(buffer, 0, PART_BYTES);
            }
            written = publish(at, sha256, client -> upload.complete(client, condition.headers()));
            return written;
        } finally {
            if (!written) {
                upload.abort();
            }
        }
    }

    /**
     * Writes the first {@code length} bytes of {@code content} by one call.
     *
     * @return false where {@code condition} did not hold
     */
    boolean write(
            ObjectLocation at,
            byte[] content,
            int length,
            Sha256 sha256,
            ObjectMetadata metadata,
            WriteCondition condition) {
        PutObjectAPIArgs args = PutObjectAPIArgs.builder()
                .bucket(at.bucket())
                .object(at.key())
                .data(content, length)
                .headers(Http.Headers.merge(
                        S3Headers.metadata(Optional.of(sha256), metadata), S3Headers.contentMd5(content, length)))
                .extraHeaders(condition.headers())
                .build();
        return publish(at, Optional.of(sha256), client -> client.putObject(args));
    }

    /**
     * Makes the call by which the object appears. When the answer to one attempt was lost, the next one may be refused
     * because the first has done its work; so a refusal then counts only if the object there is not ours.
     */
    private boolean publish(
            ObjectLocation at,
            Optional<Sha256> sha256,
            Function<MinioAsyncClient, CompletableFuture<ObjectWriteResponse>> call) {
        return calls.retries().run(attempt -> {
            try {
                calls.once("write " + at, call);
                return true;
            } catch (ObjectStoreRefusedException e) {
                if (attempt > 1
                        && sha256.isPresent()
                        && sha256.equals(reader.head(at).flatMap(ObjectHead::sha256))) {
                    return true;
                }
                if (e.code().equals("PreconditionFailed")) {
                    return false;
                }
                throw e;
            }
        });
    }

    private static Sha256 sha256Of(byte[] content, int length) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(content, 0, length);
        return Sha256.of(digest);
    }
}
