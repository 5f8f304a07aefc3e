package io.genga.media.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genga.contracts.plan.Rational;
import io.genga.media.index.IndexedPacket;
import io.genga.media.index.PacketIndex;
import io.genga.media.probe.RefusedMediaException;
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
        assertThatCode(() -> LeadInLimit.check(chunksOf(15), "film.mkv")).doesNotThrowAnyException();
    }

    @Test
    void two_hours_without_a_clean_entry_are_refused() {
        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> LeadInLimit.check(chunksOf(120), "film.mkv"))
                .withMessage("'film.mkv' goes on too long without a picture at which decoding may start: "
                        + "encode it again with a key frame every few seconds");
    }

    @Test
    void a_long_film_with_clean_entries_is_no_matter_of_lead_in() {
        List<Long> pts =
                LongStream.range(0, 2L * LeadInLimit.MOST_FRAMES).boxed().toList();

        assertThatCode(() -> LeadInLimit.check(List.of(new ChunkRange(0, pts.size(), pts)), "film.mkv"))
                .doesNotThrowAnyException();
    }
}
