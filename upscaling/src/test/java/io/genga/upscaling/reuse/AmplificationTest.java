package io.genga.upscaling.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genga.contracts.request.DrawingReuse;
import org.junit.jupiter.api.Test;

class AmplificationTest {

    private static final ReuseLimits FAITHFUL = ReuseLimits.of(DrawingReuse.FAITHFUL);
    private static final double USUAL = FAITHFUL.tolerance().meanSquare();

    private final Amplification network = new Amplification(USUAL);

    @Test
    void before_any_sample_the_tolerance_is_that_of_the_setting() {
        assertThat(FAITHFUL.tolerance(network)).isEqualTo(FAITHFUL.tolerance());
    }

    @Test
    void many_samples_outweigh_what_was_assumed() {
        for (int i = 0; i < 800; i++) {
            network.add(USUAL, 3 * USUAL);
        }

        assertThat(network.factor()).isCloseTo(3, within(0.02));
    }

    @Test
    void a_network_that_makes_differences_larger_than_assumed_is_given_smaller_ones() {
        for (int i = 0; i < 80; i++) {
            network.add(USUAL, 2 * Amplification.ASSUMED * USUAL);
        }
        Tolerance stricter = FAITHFUL.tolerance(network);

        // 10 of 11 parts of what is known are samples.
        assertThat(stricter.meanSquare()).isCloseTo(USUAL * 11 / 21, within(1e-9));
        assertThat(stricter.blockDifference()).isEqualTo(FAITHFUL.tolerance().blockDifference());
    }

    @Test
    void one_bad_sample_among_those_assumed_changes_little() {
        network.add(USUAL, 4 * USUAL);

        assertThat(network.factor()).isLessThan(1.3 * Amplification.ASSUMED);
    }

    @Test
    void a_network_that_evens_differences_out_is_given_no_larger_ones() {
        network.add(100 * USUAL, 0);

        assertThat(FAITHFUL.tolerance(network)).isEqualTo(FAITHFUL.tolerance());
    }
}
