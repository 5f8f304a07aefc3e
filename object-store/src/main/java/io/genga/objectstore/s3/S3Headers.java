package io.genga.objectstore.s3;

import io.genga.contracts.id.Sha256;
import io.genga.objectstore.ObjectMetadata;
import io.minio.Http;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** The request headers by which an object is written. */
final class S3Headers {

    /** The name of the user metadata in which an object's sha256 is kept. */
    static final String SHA256 = "sha256";

    private static final String USER_METADATA = "x-amz-meta-";

    private S3Headers() {}

    static Http.Headers metadata(Optional<Sha256> sha256, ObjectMetadata metadata) {
        Http.Headers headers = new Http.Headers();
        metadata.entries().forEach((name, value) -> headers.set(USER_METADATA + name, value));
        sha256.ifPresent(known -> headers.set(USER_METADATA + SHA256, known.value()));
        return headers;
    }

    /**
     * Lets the store refuse what was damaged on the way (RFC 1864). Every S3 store knows it; the checksums that the SDK
     * would send in its place are not portable.
     */
    static Http.Headers contentMd5(byte[] content, int length) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            md5.update(content, 0, length);
            return new Http.Headers(
                    Http.Headers.CONTENT_MD5, Base64.getEncoder().encodeToString(md5.digest()));
        } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
            throw new IllegalStateException(everyJavaPlatformHasIt);
        }
    }
}
