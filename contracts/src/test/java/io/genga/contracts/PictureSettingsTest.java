package io.genga.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.plan.PictureSize;
import io.genga.contracts.request.PictureSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSettingsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -2, 14, 721, 16_386, Integer.MAX_VALUE})
    void heights_that_no_film_has_are_refused(int rows) {
        assertThatThrownBy(() -> new PictureSettings(null, rows, null))
                .hasMessage("a height of " + rows + " must be an even number of rows, 16 to 16384");
        assertThatThrownBy(() -> new PictureSettings(rows, null, null))
                .hasMessage("a native height of " + rows + " must be an even number of rows, 16 to 16384");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void a_strength_is_a_share(int strength) {
        assertThatThrownBy(() -> new PictureSettings(null, null, strength))
                .hasMessage("a strength of " + strength + " must be one of 0 to 100 percent");
    }

    @Test
    void a_result_smaller_than_what_the_network_sees_is_refused() {
        assertThat(new PictureSettings(720, 720, null).height()).isEqualTo(720);
        assertThatThrownBy(() -> new PictureSettings(720, 480, null))
                .hasMessage("a height of 480 is less than the native height of 720: ask for more, or leave one of"
                        + " them out");
    }

    @Test
    void people_are_told_in_words() {
        assertThat(PictureSettings.NONE.inWords()).isEmpty();
        assertThat(new PictureSettings(720, 2160, 0).inWords())
                .containsExactly("native height 720", "height 2160", "strength 0 %");
    }

    @Test
    void what_is_said_goes_before_what_others_say() {
        PictureSettings said = new PictureSettings(null, 1080, null);

        assertThat(said.or(new PictureSettings(480, 720, 70))).isEqualTo(new PictureSettings(480, 1080, 70));
        assertThat(said.or(PictureSettings.NONE)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "1920, 1080, 720, 1280",
        "1920, 1080, 480, 854",
        "640, 480, 1080, 1440",
        "853, 480, 480, 854",
        "720, 576, 1080, 1350",
        "3, 4000, 16, 2"
    })
    void another_height_keeps_the_shape_to_the_nearest_even_width(int width, int height, int other, int expected) {
        assertThat(new PictureSize(width, height).ofHeight(other)).isEqualTo(new PictureSize(expected, other));
    }
}
