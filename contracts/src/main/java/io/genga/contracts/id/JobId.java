package io.genga.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * One remastering of one video. The same arrival always maps to the same id, so that a notification, its duplicate and
 * the reconciler mean one job; a retry is a new job that carries a number.
 *
 * @param value 32 lower-case hexadecimal digits, followed by {@code -N} (N from 2) for the N-th try
 */
public record JobId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}(-[1-9][0-9]{0,3})?");
    private static final int HASH_DIGITS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public JobId {
        Identifiers.requireMatch(
                "job", value, SHAPE, "32 hexadecimal digits, then perhaps '-' and the number of the try");
    }

    /** The job of an object that lies in the inbox: {@code revision} is its version id, or else its ETag and size. */
    public static JobId ofInboxObject(TenantId tenant, String bucket, String key, String revision) {
        return ofParts("inbox", tenant.value(), bucket, key, revision);
    }

    /** The job of a file that a person names on the command line together with what is to be done to it. */
    public static JobId ofFile(TenantId tenant, Sha256 source, String normalisedRequest) {
        return ofParts("file", tenant.value(), source.value(), normalisedRequest);
    }

    /** The job of an API call that carries an {@code Idempotency-Key}. */
    public static JobId ofIdempotencyKey(TenantId tenant, String idempotencyKey) {
        return ofParts("key", tenant.value(), idempotencyKey);
    }

    /** The job of an API call without an {@code Idempotency-Key}. */
    public static JobId random() {
        byte[] bytes = new byte[HASH_DIGITS / 2];
        RANDOM.nextBytes(bytes);
        return new JobId(HexFormat.of().formatHex(bytes));
    }

    /** The id of the next try of the same work. */
    public JobId nextTry() {
        String root = value.substring(0, HASH_DIGITS);
        int current = value.length() == HASH_DIGITS ? 1 : Integer.parseInt(value.substring(HASH_DIGITS + 1));
        return new JobId(root + "-" + (current + 1));
    }

    private static JobId ofParts(String... parts) {
        return new JobId(Sha256.ofParts(parts).value().substring(0, HASH_DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
