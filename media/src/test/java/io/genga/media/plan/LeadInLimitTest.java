package io.genga.media.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.Rational;
import io.genga.media.index.IndexedPacket;
import io.genga.media.index.PacketIndex;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LeadInLimitTest {

    /** One clean entry at the beginning, and none after it. */
    private static List<ChunkRange> chunksOf(int minutes) {
        List<IndexedPacket> packets = LongStream.range(0, minutes * 60L * 24)
                .mapToObj(pts -> new IndexedPacket(pts, pts % 24 == 0, pts == 0, true))
                .toList();
        return new ChunkPlanner(Duration.ofSeconds(2)).plan(new PacketIndex(new Rational(1, 24), packets));
    }

    @Test
    void a_quarter_of_an_hour_without_a_clean_entry_is_still_cut() {
        assertThat(LeadInLimit.isExceeded(chunksOf(15))).isFalse();
    }

    @Test
    void two_hours_without_a_clean_entry_are_too_much() {
        assertThat(LeadInLimit.isExceeded(chunksOf(120))).isTrue();
    }

    @Test
    void a_long_film_with_clean_entries_is_no_matter_of_lead_in() {
        List<Long> pts =
                LongStream.range(0, 2L * LeadInLimit.MOST_FRAMES).boxed().toList();

        assertThat(LeadInLimit.isExceeded(List.of(new ChunkRange(0, pts.size(), pts))))
                .isFalse();
    }
}
