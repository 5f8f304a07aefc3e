package io.genga.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TransferLineTest {

    private static final OptionalLong TOTAL = OptionalLong.of(67_000_000);

    private final TransferLine line = new TransferLine();

    @Test
    void no_speed_is_claimed_before_anything_has_come() {
        assertThat(line.of("fetching", 0, TOTAL, 0)).isEqualTo("fetching  0.0/67.0 MB  0 %");
    }

    @Test
    void speed_and_time_left_follow_from_what_has_come() {
        line.of("fetching", 0, TOTAL, 0);

        assertThat(line.of("fetching", 6_700_000, TOTAL, seconds(10)))
                .isEqualTo("fetching  6.7/67.0 MB  10 %  0.7 MB/s  1:30 left");
    }

    @Test
    void a_size_that_is_not_known_leaves_no_time_to_tell() {
        line.of("fetching", 0, OptionalLong.empty(), 0);

        assertThat(line.of("fetching", 6_700_000, OptionalLong.empty(), seconds(10)))
                .isEqualTo("fetching  6.7 MB  0.7 MB/s");
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
