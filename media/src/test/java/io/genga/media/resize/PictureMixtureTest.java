package io.genga.media.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.media.fixture.Pictures;
import io.genga.media.fixture.PlanBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureMixtureTest {

    private final FramePool pool = new FramePool();

    @ParameterizedTest
    @CsvSource({
        "8, 200, 100, 100, 200",
        "8, 200, 100, 0, 100",
        "8, 200, 100, 60, 160",
        "8, 255, 0, 50, 128",
        "8, 0, 255, 99, 3",
        "16, 65535, 0, 100, 65535",
        "16, 65535, 65535, 37, 65535",
        "16, 40000, 20000, 25, 25000"
    })
    void samples_are_mixed_to_the_nearest_step(int bits, int sample, int other, int percent, int mixed) {
        PixelLayout layout = PixelLayout.RGB_8.withBitDepth(bits);
        try (Frame picture = frame(layout, 33, sample);
                Frame another = frame(layout, 33, other)) {
            PictureMixture.mix(picture, another, percent);

            for (int plane = 0; plane < 3; plane++) {
                assertThat(Pictures.sample(picture, plane, 0, 0)).isEqualTo(mixed);
                assertThat(Pictures.sample(picture, plane, 32, 8)).isEqualTo(mixed);
                assertThat(Pictures.sample(another, plane, 32, 8)).isEqualTo(other);
            }
        }
    }

    @Test
    void pictures_of_two_sizes_are_refused() {
        try (Frame picture = frame(PixelLayout.RGB_8, 33, 0);
                Frame wider = frame(PixelLayout.RGB_8, 34, 0)) {
            assertThatThrownBy(() -> PictureMixture.mix(picture, wider, 50)).hasMessageContaining("33");
        }
    }

    private Frame frame(PixelLayout layout, int width, int value) {
        Frame frame = pool.acquire(new FrameFormat(layout, width, 9), 0, PlanBuilder.BT601);
        Pictures.fill(frame, value, value, value);
        return frame;
    }
}
