package io.genga.upscaling.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genga.contracts.request.DrawingReuse;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SampleErrorsTest {

    /** A mean squared error of which 48.5 decibels are left. */
    private static final double LIMIT = 255 * 255 / Math.pow(10, 4.85);

    private static final ReuseLimits FAITHFUL = ReuseLimits.of(DrawingReuse.FAITHFUL);

    @Test
    void equal_samples_are_sure() {
        assertThat(of(2, 2, 2).leastMean()).isEqualTo(2);
    }

    @Test
    void the_mean_is_as_sure_as_its_standard_error() {
        // Variance 4 among 4 samples: the standard error is 1.
        double spread = Math.sqrt(3);
        assertThat(of(5 - spread, 5 + spread, 5 - spread, 5 + spread).leastMean())
                .isCloseTo(4, within(1e-9));
    }

    @Test
    void a_single_sample_says_nothing() {
        assertThat(of(1000).leastMean()).isZero();
        assertThat(of().leastMean()).isZero();
    }

    @Test
    void one_bad_tile_among_good_ones_breaks_no_promise() {
        SampleErrors errors = of(0, 0, 0, 0, 0, 0, 0, 20 * LIMIT);

        assertThat(FAITHFUL.nearlyBrokenBy(errors, 1)).isFalse();
    }

    @Test
    void samples_that_are_all_over_the_limit_do() {
        SampleErrors errors = of(1.2 * LIMIT, 1.1 * LIMIT, 1.3 * LIMIT, 1.2 * LIMIT);

        assertThat(FAITHFUL.nearlyBrokenBy(errors, 1)).isTrue();
        assertThat(FAITHFUL.nearlyBrokenBy(errors, 0.8)).isFalse();
    }

    private static SampleErrors of(double... squaredErrors) {
        SampleErrors errors = new SampleErrors();
        DoubleStream.of(squaredErrors).forEach(errors::add);
        return errors;
    }
}
