package io.genga.upscaling.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.inference.Pictures;
import io.genga.upscaling.inference.Pictures.Content;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 24;
    private static final Content GREY = (plane, x, y) -> 100;

    private final FramePool pool = new FramePool();

    @Test
    void equal_frames_are_infinitely_like() {
        Likeness likeness = likeness(16, PixelLayout.RGB_8, GREY);

        assertThat(likeness.psnr()).isInfinite();
        assertThat(likeness.psnrOfSquares(1)).isInfinite();
    }

    @Test
    void an_error_of_one_step_everywhere_is_48_decibels() {
        Likeness likeness = likeness(16, PixelLayout.RGB_8, (plane, x, y) -> 101);

        assertThat(likeness.psnr()).isCloseTo(48.13, within(0.01));
        assertThat(likeness.psnrOfSquares(0.5)).isCloseTo(48.13, within(0.01));
    }

    @Test
    void steps_are_those_of_8_bits_at_any_depth() {
        Likeness likeness = likeness(16, PixelLayout.RGB_16, (plane, x, y) -> 104);

        assertThat(likeness.psnr()).isCloseTo(20 * Math.log10(65535 / 4.0), within(0.01));
    }

    @Test
    void one_bad_square_shows_in_the_worst_and_not_in_the_median() {
        Content badCorner = (plane, x, y) -> x < 8 && y < 8 ? 110 : 100;
        Likeness likeness = likeness(8, PixelLayout.RGB_8, badCorner);

        assertThat(likeness.psnrOfSquares(1)).isCloseTo(20 * Math.log10(25.5), within(0.01));
        assertThat(likeness.psnrOfSquares(0.5)).isInfinite();
    }

    @Test
    void what_is_left_over_beside_the_squares_belongs_to_none() {
        Content badEdge = (plane, x, y) -> x >= 32 || y >= 16 ? 200 : 100;
        Likeness likeness = likeness(16, PixelLayout.RGB_8, badEdge);

        assertThat(likeness.psnrOfSquares(1)).isInfinite();
        assertThat(likeness.psnr()).isLessThan(20);
    }

    @Test
    void frames_without_a_square_have_no_worst_one() {
        Likeness likeness = likeness(64, PixelLayout.RGB_8, GREY);

        assertThat(likeness.hasSquares()).isFalse();
        assertThatThrownBy(() -> likeness.psnrOfSquares(1)).isInstanceOf(IllegalStateException.class);
    }

    private Likeness likeness(int side, PixelLayout layout, Content found) {
        Likeness likeness = new Likeness(side);
        try (Frame one = Pictures.of(layout, WIDTH, HEIGHT, pool, GREY);
                Frame other = Pictures.of(layout, WIDTH, HEIGHT, pool, found)) {
            likeness.add(one, other);
        }
        return likeness;
    }
}
