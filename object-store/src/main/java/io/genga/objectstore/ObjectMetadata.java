package io.genga.objectstore;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a writer notes of an object beside its content. It goes where the object goes, and comes back with {@link ObjectStore#head}.
 *
 * @param entries by name: names of lower-case letters, digits and hyphens, values of printable ASCII without blanks at their ends; 1,900 bytes in
 *     all, since S3 allows 2 KB and the store notes the content's sha256 there, too
 */
public record ObjectMetadata(Map<String, String> entries) {

    public static final ObjectMetadata NONE = new ObjectMetadata(Map.of());

    private static final int MOST_BYTES = 1_900;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Pattern VALUE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    /** @throws IllegalArgumentException where not every store would keep it as it is */
    public ObjectMetadata {
        entries = Map.copyOf(entries);
        int bytes = 0;
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            require(NAME, "name", entry.getKey());
            require(VALUE, "value of " + entry.getKey(), entry.getValue());
            bytes += entry.getKey().length() + entry.getValue().length();
        }
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "metadata of an object has at most " + MOST_BYTES + " bytes, not " + bytes);
        }
    }

    private static void require(Pattern pattern, String what, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' cannot be a " + what + " in the metadata of an object");
        }
    }
}
