package io.genga.objectstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectMetadataTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a ", "ä", "a\nb", "\u0000"})
    void what_a_header_would_not_carry_as_it_is_is_refused(String value) {
        assertThatThrownBy(() -> new ObjectMetadata(Map.of("note", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value of note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Note", "my note", "-note", "x:y"})
    void a_name_that_stores_would_write_otherwise_is_refused(String name) {
        assertThatThrownBy(() -> new ObjectMetadata(Map.of(name, "1"))).hasMessageContaining("'" + name + "'");
    }

    @Test
    void more_than_stores_take_is_refused() {
        assertThatThrownBy(() -> new ObjectMetadata(Map.of("note", "x".repeat(1_897))))
                .hasMessageContaining("at most 1900 bytes, not 1901");
    }
}
