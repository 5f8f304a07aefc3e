package io.genga.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.regex.Pattern;

/**
 * One execution of one piece of work, drawn when the execution begins: two workers that are handed the same work, or one
 * worker that is handed it twice, never share an attempt.
 *
 * @param value a ULID (48 bits of Unix milliseconds, 80 random bits, in Crockford's base 32): attempts sort by start
 * @see <a href="https://github.com/ulid/spec">the ULID specification</a>
 */
public record AttemptId(@JsonValue String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
    private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int DIGITS = 26;
    private static final int BITS_PER_DIGIT = 5;
    private static final int RANDOM_BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AttemptId {
        Identifiers.requireMatch("attempt", value, SHAPE, "a ULID of 26 characters");
    }

    public static AttemptId draw(Clock clock) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        byte[] timeAndRandom = new byte[Long.BYTES + RANDOM_BYTES];
        ByteBuffer.wrap(timeAndRandom).putLong(clock.millis()).put(random);
        return new AttemptId(encode(new BigInteger(1, timeAndRandom)));
    }

    private static String encode(BigInteger number) {
        char[] digits = new char[DIGITS];
        for (int i = 0; i < DIGITS; i++) {
            int shift = BITS_PER_DIGIT * (DIGITS - 1 - i);
            digits[i] = CROCKFORD[number.shiftRight(shift).intValue() & (CROCKFORD.length - 1)];
        }
        return new String(digits);
    }

    @Override
    public String toString() {
        return value;
    }
}
