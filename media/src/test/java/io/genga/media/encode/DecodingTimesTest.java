package io.genga.media.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DecodingTimesTest {

    @Test
    void decoding_runs_ahead_of_presentation_by_as_many_pictures_as_are_reordered() {
        assertThat(times(2, 100, 140, 190, 200, 260)).containsExactly(98, 99, 100, 140, 190);
    }

    @Test
    void what_is_not_reordered_is_decoded_when_it_is_presented() {
        assertThat(times(0, -7, 3, 4)).containsExactly(-7, 3, 4);
    }

    @Test
    void a_chunk_may_be_shorter_than_decoding_runs_ahead() {
        assertThat(times(3, 5)).containsExactly(2);
    }

    private static long[] times(int reorderDepth, long... presented) {
        DecodingTimes times = new DecodingTimes(reorderDepth);
        LongStream.of(presented).forEach(times::present);
        return LongStream.of(presented).map(pts -> times.next()).toArray();
    }
}
