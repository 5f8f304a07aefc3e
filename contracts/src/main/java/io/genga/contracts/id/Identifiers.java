package io.genga.contracts.id;

import java.util.regex.Pattern;

/** The shapes that identifiers may have; each is checked where the identifier is made. */
final class Identifiers {

    static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Identifiers() {}

    static void requireMatch(String what, String value, Pattern shape, String expected) {
        if (value == null || !shape.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " '" + value + "' must be " + expected);
        }
    }
}
