package io.genga.objectstore.s3;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.object.ObjectReference;
import io.genga.objectstore.ObjectHead;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectMissingException;
import io.minio.GetObjectArgs;
import io.minio.HeadObjectArgs;
import io.minio.HeadObjectResponse;
import io.minio.Http;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads objects and what the store knows of them. */
record S3Reader(S3Calls calls) {

    private static final int COPY_BYTES = 1 << 16;

    Optional<ObjectHead> head(ObjectLocation at) {
        HeadObjectArgs args =
                HeadObjectArgs.builder().bucket(at.bucket()).object(at.key()).build();
        try {
            return Optional.of(head(at, calls.repeatedly("look at " + at, client -> client.headObject(args))));
        } catch (ObjectMissingException e) {
            return Optional.empty();
        }
    }

    private static ObjectHead head(ObjectLocation at, HeadObjectResponse answer) {
        return new ObjectHead(
                at,
                answer.size(),
                answer.etag(),
                answer.versionId(),
                sha256(answer.userMetadata().getFirst(S3Headers.SHA256)),
                answer.lastModified().toInstant(),
                metadata(answer.userMetadata()));
    }

    /** HTTP knows no case in names. */
    private static Map<String, String> metadata(Http.Headers userMetadata) {
        return userMetadata.names().stream()
                .collect(Collectors.toMap(
                        name -> name.toLowerCase(Locale.ROOT), userMetadata::getFirst, (first, second) -> first));
    }

    /** Other writers may use the same name for something else. */
    private static Optional<Sha256> sha256(String metadata) {
        try {
            return Optional.ofNullable(metadata).map(Sha256::new);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    InputStream open(ObjectLocation at) {
        return calls.repeatedly("read " + at, client -> client.getObject(request(at)));
    }

    /**
     * Copies the content into {@code target}, beside which it lies under another name until {@code check} lets it pass.
     *
     * @return what was fetched
     */
    ObjectReference fetch(ObjectLocation at, Path target, Consumer<ObjectReference> check) {
        Path draft = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            ObjectReference fetched = calls.retries().run(attempt -> copy(at, draft));
            check.accept(fetched);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return fetched;
        } catch (IOException e) {
            throw LocalFiles.failure("write", target, e);
        } finally {
            LocalFiles.deleteIfExists(draft);
        }
    }

    /** One attempt; a connection that breaks in the middle makes it unavailable. */
    private ObjectReference copy(ObjectLocation at, Path file) {
        try (MeteredInputStream content =
                        new MeteredInputStream(calls.once("read " + at, client -> client.getObject(request(at))));
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[COPY_BYTES];
            for (int count = read(at, content, buffer); count >= 0; count = read(at, content, buffer)) {
                out.write(buffer, 0, count);
            }
            return content.reference(at);
        } catch (IOException e) {
            throw LocalFiles.failure("write", file, e);
        }
    }

    private int read(ObjectLocation at, InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw calls.failures().unavailable("read " + at, e);
        }
    }

    private static GetObjectArgs request(ObjectLocation at) {
        return GetObjectArgs.builder().bucket(at.bucket()).object(at.key()).build();
    }
}
