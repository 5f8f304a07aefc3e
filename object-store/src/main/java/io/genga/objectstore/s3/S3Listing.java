package io.genga.objectstore.s3;

import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.minio.DeleteObjectsArgs;
import io.minio.ListObjectsV2Args;
import io.minio.messages.Contents;
import io.minio.messages.DeleteRequest;
import io.minio.messages.DeleteResult;
import io.minio.messages.ListBucketResultV2;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists, and deletes, all objects below a prefix, page by page. */
record S3Listing(S3Calls calls) {

    /** The most that S3 lists, and deletes, by one call. */
    private static final int PAGE_KEYS = 1_000;

    Stream<ObjectHead> list(String bucket, String prefix) {
        return pages(bucket, prefix).flatMap(List::stream);
    }

    void deleteAll(String bucket, String prefix) {
        pages(bucket, prefix).filter(page -> !page.isEmpty()).forEach(page -> delete(bucket, page));
    }

    private Stream<List<ObjectHead>> pages(String bucket, String prefix) {
        return Stream.iterate(
                        page(bucket, prefix, null),
                        Objects::nonNull,
                        page -> page.isTruncated() ? page(bucket, prefix, page.nextContinuationToken()) : null)
                .map(page -> heads(bucket, page));
    }

    /** @param after the token of the page before; null for the first page */
    private ListBucketResultV2 page(String bucket, String prefix, String after) {
        ListObjectsV2Args args = ListObjectsV2Args.builder()
                .bucket(bucket)
                .prefix(prefix)
                .continuationToken(after)
                .encodingType("url")
                .maxKeys(PAGE_KEYS)
                .build();
        return calls.repeatedly("list " + bucket + "/" + prefix, client -> client.listObjectsV2(args))
                .result();
    }

    private static List<ObjectHead> heads(String bucket, ListBucketResultV2 page) {
        return page.contents().stream()
                // S3Proxy also lists what is still being written, under a passing name and without an ETag.
                .filter(entry -> entry.etag() != null && !entry.etag().isEmpty())
                .peek(entry -> entry.setEncodingType(page.encodingType()))
                .map(entry -> head(bucket, entry))
                .toList();
    }

    private static ObjectHead head(String bucket, Contents entry) {
        return new ObjectHead(
                new ObjectLocation(bucket, entry.objectName()),
                entry.size(),
                entry.etag().replace("\"", ""),
                null,
                Optional.empty(),
                entry.lastModified().toInstant(),
                Map.of());
    }

    private void delete(String bucket, List<ObjectHead> page) {
        List<DeleteRequest.Object> objects = page.stream()
                .map(head -> new DeleteRequest.Object(head.location().key()))
                .toList();
        DeleteObjectsArgs args = DeleteObjectsArgs.builder()
                .bucket(bucket)
                .objects(objects)
                .quiet(true)
                .build();
        DeleteResult result = calls.repeatedly(
                        "delete " + objects.size() + " objects of " + bucket, client -> client.deleteObjects(args))
                .result();
        for (DeleteResult.Error error : result.errors()) {
            throw calls.failures().refusal("delete " + bucket + "/" + error.objectName(), error, null);
        }
    }
}
