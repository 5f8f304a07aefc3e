package io.genga.upscaling.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.genga.contracts.id.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The fields of one object in a manifest; each is checked as it is read, and an error names file, field and
 * expectation.
 */
final class ManifestFields {

    private static final int[] PEAKS = {1, 255};
    /** Far beyond any network, and small enough for arithmetic on pixels. */
    private static final int LARGEST_SMALL_INTEGER = 4096;

    private final String origin;
    private final String prefix;
    private final JsonNode object;

    ManifestFields(String origin, String prefix, JsonNode object) {
        this.origin = origin;
        this.prefix = prefix;
        this.object = object;
    }

    ManifestFields nested(String field) {
        JsonNode value = object.path(field);
        return new ManifestFields(origin, prefix + field + ".", require(field, value, value.isObject(), "an object"));
    }

    boolean has(String field) {
        return object.hasNonNull(field);
    }

    /** The objects of a list that is not empty. */
    List<ManifestFields> list(String field) {
        JsonNode value = object.path(field);
        require(field, value, value.isArray() && !value.isEmpty(), "a list of objects");
        return IntStream.range(0, value.size())
                .mapToObj(i -> new ManifestFields(origin, prefix + field + "[" + i + "].", value.path(i)))
                .toList();
    }

    String text(String field) {
        JsonNode value = object.path(field);
        boolean usable = value.isTextual() && !value.textValue().isBlank();
        return require(field, value, usable, "a text").textValue();
    }

    Optional<String> optionalText(String field) {
        return object.hasNonNull(field) ? Optional.of(text(field)) : Optional.empty();
    }

    String matching(String field, String pattern, String expected) {
        JsonNode value = object.path(field);
        return require(field, value, value.asText().matches(pattern), expected).asText();
    }

    Sha256 sha256(String field) {
        return new Sha256(matching(field, "[0-9a-f]{64}", "64 lower-case hexadecimal digits"));
    }

    long integer(String field, long least) {
        JsonNode value = object.path(field);
        boolean usable = value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= least;
        return require(field, value, usable, "a whole number from " + least).longValue();
    }

    OptionalInt optionalInteger(String field, int least) {
        JsonNode value = object.path(field);
        if (!object.hasNonNull(field)) {
            return OptionalInt.empty();
        }
        boolean usable = value.isInt() && value.intValue() >= least;
        return OptionalInt.of(
                require(field, value, usable, "a whole number from " + least).intValue());
    }

    int smallInteger(String field, int least) {
        JsonNode value = object.path(field);
        boolean usable = value.isInt() && value.intValue() >= least && value.intValue() <= LARGEST_SMALL_INTEGER;
        String expected = "a whole number from " + least + " to " + LARGEST_SMALL_INTEGER;
        return require(field, value, usable, expected).intValue();
    }

    int wholeNumber(String field) {
        JsonNode value = object.path(field);
        return require(field, value, value.isInt(), "a whole number").intValue();
    }

    boolean flag(String field) {
        JsonNode value = object.path(field);
        return require(field, value, value.isBoolean(), "true or false").booleanValue();
    }

    Optional<Boolean> optionalFlag(String field) {
        return object.hasNonNull(field) ? Optional.of(flag(field)) : Optional.empty();
    }

    boolean mustBeTrue(String field) {
        return require(field, object.path(field), flag(field), "true: networks of one fixed size cannot be run yet")
                .booleanValue();
    }

    <T> T oneOf(String field, T[] choices, Function<T, String> spelling) {
        return oneOf(field, List.of(choices), spelling);
    }

    <T> T oneOf(String field, List<T> choices, Function<T, String> spelling) {
        JsonNode value = object.path(field);
        return choices.stream()
                .filter(choice -> spelling.apply(choice).equals(value.asText()))
                .findFirst()
                .orElseThrow(() -> wrong(field, value, expected(choices, spelling)));
    }

    /** The upper end of a range that is [0, 1] or [0, 255]. */
    int rangeFromZero(String field) {
        JsonNode value = object.path(field);
        for (int peak : PEAKS) {
            if (value.size() == 2
                    && value.path(0).asDouble(-1) == 0
                    && value.path(1).asDouble() == peak) {
                return peak;
            }
        }
        throw wrong(field, value, "[0, 1] or [0, 255]");
    }

    /** @param expected what the field must be, and is not where {@code met} is false */
    void require(String field, boolean met, String expected) {
        require(field, object.path(field), met, expected);
    }

    /** As {@link #require}, of a field with too much in it to be shown. */
    void requireOfMany(String field, boolean met, String expected) {
        if (!met) {
            throw new UnusableNetworkException(origin + ": the field '" + prefix + field + "' must be " + expected);
        }
    }

    private static <T> String expected(List<T> choices, Function<T, String> spelling) {
        return choices.stream().map(spelling).collect(Collectors.joining(" or ")) + ": others cannot be run yet";
    }

    private JsonNode require(String field, JsonNode value, boolean usable, String expected) {
        if (!usable) {
            throw wrong(field, value, expected);
        }
        return value;
    }

    private UnusableNetworkException wrong(String field, JsonNode value, String expected) {
        String found = value.isMissingNode() || value.isNull() ? "is missing" : "is " + value;
        return new UnusableNetworkException(
                origin + ": the field '" + prefix + field + "' " + found + ", but must be " + expected);
    }
}
