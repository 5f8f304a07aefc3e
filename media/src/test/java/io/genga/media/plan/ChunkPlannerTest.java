package io.genga.media.plan;

import static io.genga.media.plan.GroupsOfPictures.index;
import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.id.ChunkId;
import io.genga.media.index.IndexedPacket;
import io.genga.media.index.PacketIndex;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Ten frames a second, unless said otherwise. */
class ChunkPlannerTest {

    private static List<ChunkRange> plan(int targetMilliseconds, PacketIndex index) {
        return new ChunkPlanner(Duration.ofMillis(targetMilliseconds)).plan(index);
    }

    private static List<Long> ranks(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void closed_groups_are_cut_between_them() {
        PacketIndex index = index("IDR0 P2 B1 IDR3 P5 B4 IDR6 P8 B7");

        assertThat(plan(300, index))
                .containsExactly(
                        new ChunkRange(0, 3, ranks(0, 2)),
                        new ChunkRange(3, 3, ranks(3, 5)),
                        new ChunkRange(6, 3, ranks(6, 8)));
    }

    @Test
    void short_groups_are_joined_to_about_the_target() {
        PacketIndex index = index("IDR0 P2 B1 IDR3 P5 B4 IDR6 P8 B7");

        assertThat(plan(500, index))
                .containsExactly(new ChunkRange(0, 6, ranks(0, 5)), new ChunkRange(6, 3, ranks(6, 8)));
    }

    @Test
    void the_leading_pictures_of_an_open_group_belong_to_the_chunk_before() {
        PacketIndex index = index("IDR0 P2 B1 I5 B3 B4 P7 B6");

        assertThat(plan(500, index))
                .containsExactly(new ChunkRange(0, 6, ranks(0, 4)), new ChunkRange(3, 5, ranks(5, 7)));
    }

    @Test
    void a_long_group_is_cut_inside_with_lead_in_that_is_worth_it() {
        PacketIndex index = index("IDR0 P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P13 P14 P15 P16 P17 P18 P19");

        assertThat(plan(200, index))
                .containsExactly(
                        new ChunkRange(0, 2, ranks(0, 1)),
                        new ChunkRange(0, 4, ranks(2, 3)),
                        new ChunkRange(0, 6, ranks(4, 5)),
                        new ChunkRange(0, 8, ranks(6, 7)),
                        new ChunkRange(0, 10, ranks(8, 9)),
                        new ChunkRange(0, 13, ranks(10, 12)),
                        new ChunkRange(0, 20, ranks(13, 19)));
    }

    @Test
    void a_key_picture_near_the_target_is_preferred_to_the_target_itself() {
        PacketIndex index = index("IDR0 P1 P2 K3 P4 P5 P6 K7 P8 P9");

        assertThat(plan(400, index)).extracting(ChunkRange::pts).containsExactly(ranks(0, 2), ranks(3, 6), ranks(7, 9));
    }

    @Test
    void an_entry_that_is_shown_before_an_earlier_picture_is_no_border() {
        PacketIndex index = index("IDR0 P4 IDR2 P1 P3 IDR5 P6");

        assertThat(plan(100, index))
                .allSatisfy(chunk -> assertThat(chunk.firstPacket()).isIn(0, 5));
    }

    @Test
    void hidden_pictures_are_decoded_but_in_no_chunk() {
        PacketIndex index = index("IDR0 HP1 P2 P3");

        assertThat(plan(1000, index)).containsExactly(new ChunkRange(0, 4, List.of(0L, 2L, 3L)));
    }

    @Test
    void time_stamps_may_start_below_zero_and_vary() {
        PacketIndex index = index("IDR0 P2 B1 IDR3 P4", -7, -6, -4, -2, -1);

        assertThat(plan(500, index))
                .containsExactly(new ChunkRange(0, 3, List.of(-7L, -6L, -4L)), new ChunkRange(3, 2, List.of(-2L, -1L)));
    }

    @Test
    void a_film_of_one_frame_is_one_chunk() {
        assertThat(plan(2000, index("IDR0"))).containsExactly(new ChunkRange(0, 1, ranks(0, 0)));
    }

    @Test
    void the_target_is_raised_where_a_job_would_have_too_many_chunks() {
        int frames = ChunkId.MAX_CHUNKS * 2 + 1;
        List<IndexedPacket> packets = LongStream.range(0, frames)
                .mapToObj(pts -> new IndexedPacket(pts, true, true, true))
                .toList();

        List<ChunkRange> chunks = plan(100, new PacketIndex(GroupsOfPictures.TICK, packets));

        assertThat(chunks).hasSizeLessThanOrEqualTo(ChunkId.MAX_CHUNKS).hasSizeGreaterThan(ChunkId.MAX_CHUNKS / 3);
    }
}
