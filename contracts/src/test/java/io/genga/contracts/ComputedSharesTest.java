package io.genga.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.genga.contracts.object.ComputedShares;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputedSharesTest {

    @Test
    void each_frame_has_a_digit() {
        ComputedShares shares = ComputedShares.of(new double[] {1.2, 0, 0.25, 0.001, 1});

        assertThat(shares.text()).isEqualTo("5:0.490200:z091z");
    }

    @Test
    void what_a_self_check_computes_of_held_drawings_counts_in_the_mean_alone() {
        assertThat(ComputedShares.of(new double[] {1, 0, 0}, 0.34).text()).isEqualTo("3:0.340000:z00");
    }

    @Test
    void only_where_nothing_was_computed_the_share_is_0() {
        ComputedShares shares = ComputedShares.of(new double[] {0, 1e-9, 0.5, 1});

        assertThat(shares.share(0)).isZero();
        assertThat(shares.share(1)).isPositive();
        assertThat(shares.share(2)).isBetween(0.5, 0.5 + 1.0 / 35);
        assertThat(shares.share(3)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 599, 600, 601, 1199, 7_200, 1_000_000})
    void what_was_noted_is_read_again_and_fits_into_the_metadata_of_an_object(int frames) {
        ComputedShares shares = ComputedShares.of(random(frames));

        assertThat(ComputedShares.parse(shares.text())).contains(shares);
        assertThat(shares.text()).hasSizeLessThanOrEqualTo(620).matches("[ -~]+");
    }

    @Test
    void every_frame_of_a_long_chunk_has_the_mean_share_of_its_run() {
        double[] given = random(4_321);
        ComputedShares shares = ComputedShares.of(given);

        int distinct = 0;
        for (int level = 0; level < ComputedShares.MOST_LEVELS; level++) {
            int from = given.length * level / ComputedShares.MOST_LEVELS;
            int to = given.length * (level + 1) / ComputedShares.MOST_LEVELS;
            double mean = Arrays.stream(given, from, to).average().orElseThrow();
            for (int frame = from; frame < to; frame++) {
                assertThat(shares.share(frame)).isBetween(mean, mean + 1.0 / 35);
                distinct++;
            }
        }
        assertThat(distinct).isEqualTo(given.length);
        assertThat(shares.mean()).isCloseTo(Arrays.stream(given).average().orElseThrow(), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "z0",
                "2:0.5:z0",
                "2:0.500000:z",
                "2:0.500000:zzz",
                "0:0.500000:z",
                "2:0.500000:Z0",
                "2:-0.500000:z0",
                "2:NaN:z0",
                "9999999999:0.500000:z0",
                "v2;2:0.500000:z0"
            })
    void what_is_not_of_this_format_is_unknown(String text) {
        assertThat(ComputedShares.parse(text)).isEmpty();
    }

    @Test
    void levels_that_are_not_those_of_the_frames_are_no_shares() {
        assertThatThrownBy(() -> new ComputedShares(3, 0.5, "z0")).hasMessage("3 frames have 3 levels, not 2");
    }

    private static double[] random(int frames) {
        return new Random(frames)
                .doubles(frames)
                .map(share -> share < 0.4 ? 0 : share)
                .toArray();
    }
}
