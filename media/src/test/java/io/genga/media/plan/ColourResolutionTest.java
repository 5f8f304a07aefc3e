package io.genga.media.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.Rational;
import io.genga.media.probe.SourceDescription;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourResolutionTest {

    private static final ColourTags UNSAID = new ColourTags("unknown", "unknown", "unknown", "unknown", "left");

    private static SourceDescription source(int width, int height, String pixelFormat, ColourTags colour) {
        return new SourceDescription(
                "mov",
                "h264",
                0,
                width,
                height,
                pixelFormat,
                new Rational(1, 24),
                new Rational(1, 1),
                colour,
                null,
                1,
                List.of(),
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "640, 480, smpte170m, smpte170m",
        "720, 576, bt470bg, smpte170m",
        "1280, 720, bt709, bt709",
        "1280, 544, bt709, bt709",
        "960, 720, bt709, bt709"
    })
    void what_is_unsaid_follows_from_the_size(int width, int height, String standard, String transfer) {
        assertThat(ColourResolution.resolve(source(width, height, "yuv420p", UNSAID)))
                .isEqualTo(new ColourTags(standard, transfer, standard, "tv", "left"));
    }

    @Test
    void what_is_said_stands() {
        ColourTags said = new ColourTags("bt709", "bt709", "bt709", "pc", "topleft");

        assertThat(ColourResolution.resolve(source(640, 480, "yuv420p", said))).isEqualTo(said);
    }

    @Test
    void the_full_range_format_means_full_range() {
        assertThat(ColourResolution.resolve(source(640, 480, "yuvj420p", UNSAID))
                        .range())
                .isEqualTo("pc");
    }
}
