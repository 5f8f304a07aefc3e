package io.genga.objectstore.s3;

import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStoreException;
import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.ObjectWriteResponse;
import io.minio.UploadPartArgs;
import io.minio.messages.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One object on its way in parts; it appears when it is completed. The SDK's own upload would keep no condition off the
 * parts, where some stores refuse it, and would begin again from the first part when one fails. Not thread-safe.
 */
final class MultipartUpload {

    private static final Logger LOG = LoggerFactory.getLogger(MultipartUpload.class);

    private final S3Calls calls;
    private final ObjectLocation at;
    private final String uploadId;
    private final List<Part> parts = new ArrayList<>();

    private MultipartUpload(S3Calls calls, ObjectLocation at, String uploadId) {
        this.calls = calls;
        this.at = at;
        this.uploadId = uploadId;
    }

    static MultipartUpload begin(S3Calls calls, ObjectLocation at, Http.Headers metadata) {
        CreateMultipartUploadArgs args = CreateMultipartUploadArgs.builder()
                .bucket(at.bucket())
                .object(at.key())
                .headers(metadata)
                .build();
        String uploadId = calls.repeatedly("write " + at, client -> client.createMultipartUpload(args))
                .result()
                .uploadId();
        return new MultipartUpload(calls, at, uploadId);
    }

    /** Sends the first {@code length} bytes of {@code content}, which the caller may overwrite afterwards. */
    void add(byte[] content, int length) {
        int number = parts.size() + 1;
        UploadPartArgs args = UploadPartArgs.builder()
                .bucket(at.bucket())
                .object(at.key())
                .uploadId(uploadId)
                .partNumber(number)
                .data(content, length)
                .headers(S3Headers.contentMd5(content, length))
                .build();
        parts.add(calls.repeatedly("write part " + number + " of " + at, client -> client.uploadPart(args))
                .part());
    }

    CompletableFuture<ObjectWriteResponse> complete(MinioAsyncClient client, Http.Headers condition) {
        return client.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                .bucket(at.bucket())
                .object(at.key())
                .uploadId(uploadId)
                .parts(parts.toArray(Part[]::new))
                .extraHeaders(condition)
                .build());
    }

    /** Frees the parts. Failing to is no failure of the write, so it is only told. */
    void abort() {
        AbortMultipartUploadArgs args = AbortMultipartUploadArgs.builder()
                .bucket(at.bucket())
                .object(at.key())
                .uploadId(uploadId)
                .build();
        try {
            calls.once("abort upload " + uploadId + " of " + at, client -> client.abortMultipartUpload(args));
        } catch (ObjectStoreException e) {
            LOG.warn("The store may keep unused parts: {}", e.getMessage());
        }
    }
}
