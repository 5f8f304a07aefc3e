package io.genga.standalone.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkHistoryTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void chunks_of_an_earlier_process_are_told_from_those_of_this_one() {
        ChunkHistory history =
                new ChunkHistory(List.of(START.minusSeconds(9), START.plusSeconds(7), START.plusSeconds(5)));

        assertThat(history.total()).isEqualTo(3);
        assertThat(history.before(START)).isEqualTo(1);
        assertThat(history.firstFrom(START)).contains(START.plusSeconds(5));
    }

    @Test
    void a_film_whose_chunks_were_all_done_before_has_no_first_one() {
        assertThat(new ChunkHistory(List.of(START.minusSeconds(9))).firstFrom(START))
                .isEmpty();
    }
}
