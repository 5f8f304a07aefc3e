package io.genga.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genga.contracts.event.ReuseFigures;
import org.junit.jupiter.api.Test;

class ReuseFiguresTest {

    private static final ReuseFigures FIRST = new ReuseFigures(1_000, 300, 800, 4, 8.0, 5.5);

    /** Four times as many pixels, as after an enlargement. */
    private static final ReuseFigures SECOND = new ReuseFigures(4_000, 1_000, 3_200, 2, 6.0, 4.0);

    @Test
    void of_networks_one_after_another_pixels_and_errors_add_up() {
        ReuseFigures both = FIRST.andThen(SECOND);

        assertThat(both.framePixels()).isEqualTo(5_000);
        assertThat(both.inferencePixelShare()).isEqualTo(0.26);
        assertThat(both.keptPixels()).isEqualTo(4_000);
        assertThat(both.samples()).isEqualTo(6);
        assertThat(both.worstTilePsnr()).isEqualTo(FIRST.worstTilePsnr());
        // Mean squared errors of 8 / 4 * 0.8 and 6 / 2 * 0.8 steps.
        assertThat(both.measuredPsnr()).isCloseTo(10 * Math.log10(255 * 255 / (1.6 + 2.4)), within(1e-9));
    }

    @Test
    void a_network_that_was_not_sampled_or_erred_not_adds_no_error() {
        ReuseFigures unsampled = new ReuseFigures(1_000, 1_000, 0, 0, 0, 0);
        ReuseFigures exact = new ReuseFigures(1_000, 100, 900, 3, 0, 0);

        assertThat(FIRST.andThen(unsampled).measuredPsnr()).isCloseTo(FIRST.measuredPsnr(), within(1e-9));
        assertThat(exact.andThen(FIRST).measuredPsnr()).isCloseTo(FIRST.measuredPsnr(), within(1e-9));
        assertThat(unsampled.andThen(unsampled).measuredPsnr()).isNull();
        assertThat(exact.andThen(exact).measuredPsnr()).isNull();
    }
}
