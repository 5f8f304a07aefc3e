package io.genga.media.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AscendingTimesTest {

    private static long[] longest(long... times) {
        return AscendingTimes.longest(times);
    }

    @Test
    void what_ascends_is_left_as_it_is() {
        assertThat(longest(0, 3, 4, 9)).containsExactly(0, 3, 4, 9);
        assertThat(longest(7)).containsExactly(7);
        assertThat(longest()).isEmpty();
    }

    @Test
    void a_time_that_is_wrong_costs_no_other() {
        assertThat(longest(0, 1, 900, 2, 3, 4)).containsExactly(0, 1, 2, 3, 4);
        assertThat(longest(50, 51, 0, 52, 53)).containsExactly(50, 51, 52, 53);
    }

    @Test
    void of_two_equal_times_one_is_left() {
        assertThat(longest(0, 1, 1, 2)).containsExactly(0, 1, 2);
    }
}
