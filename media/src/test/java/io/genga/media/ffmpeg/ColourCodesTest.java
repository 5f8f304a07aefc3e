package io.genga.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.plan.ColourTags;
import org.junit.jupiter.api.Test;

class ColourCodesTest {

    @Test
    void the_names_stand_for_the_code_points_of_h273() {
        ColourCodes codes = ColourCodes.of(new ColourTags("bt709", "smpte170m", "bt2020nc", "pc", "topleft"));

        assertThat(codes).isEqualTo(new ColourCodes(1, 6, 9, 2, 3));
    }

    @Test
    void what_is_unknown_is_unspecified() {
        ColourCodes codes = ColourCodes.of(new ColourTags("unknown", "unknown", "unknown", "unknown", "unknown"));

        assertThat(codes).isEqualTo(new ColourCodes(2, 2, 2, 0, 0));
    }

    @Test
    void a_name_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> ColourCodes.of(new ColourTags("bt709", "bt709", "bt1886", "tv", "left")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("matrix 'bt1886'");
    }
}
