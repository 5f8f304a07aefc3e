package io.genga.media.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.media.index.IndexedPacket;
import io.genga.media.index.PacketIndex;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten pictures a second, in chunks of about a second. */
class ShotBordersTest {

    /** At which picture each chunk but the first begins. */
    private static List<Integer> borders(int pictures, IntPredicate isKey, IntUnaryOperator bytes) {
        List<IndexedPacket> packets = IntStream.range(0, pictures)
                .mapToObj(i -> new IndexedPacket(i, isKey.test(i), isKey.test(i), true, bytes.applyAsInt(i)))
                .toList();
        return new ChunkPlanner(Duration.ofSeconds(1))
                .plan(new PacketIndex(GroupsOfPictures.TICK, packets)).stream()
                        .skip(1)
                        .map(chunk -> Math.toIntExact(chunk.pts().get(0)))
                        .toList();
    }

    private static List<Integer> bordersOfKeyPictures(int pictures, IntUnaryOperator bytes) {
        return borders(pictures, i -> true, bytes);
    }

    @Test
    void of_key_pictures_only_a_chunk_begins_where_the_size_jumps_most() {
        IntUnaryOperator bytes = i -> (i < 8 ? 1000 : i < 24 ? 1300 : 900) + i % 3 * 20 + (i >= 15 && i < 24 ? 90 : 0);

        assertThat(bordersOfKeyPictures(32, bytes)).containsExactly(8, 24);
    }

    @Test
    void a_jump_that_comes_too_soon_or_too_late_is_not_waited_for() {
        IntUnaryOperator bytes = i -> i < 4 || i >= 25 ? 2000 : 1000;

        assertThat(bordersOfKeyPictures(50, bytes)).containsExactly(30);
    }

    @Test
    void where_no_size_jumps_there_are_few_borders() {
        assertThat(bordersOfKeyPictures(95, i -> 1000 + i % 2)).containsExactly(30, 60);
        assertThat(bordersOfKeyPictures(95, i -> 0)).containsExactly(30, 60);
    }

    @Test
    void no_border_is_made_for_the_last_pictures() {
        assertThat(bordersOfKeyPictures(14, i -> i < 9 ? 1000 : 1500)).isEmpty();
    }

    @Test
    void of_groups_a_chunk_begins_with_a_key_picture_that_the_encoder_did_not_have_to_put_there() {
        assertThat(borders(42, i -> i == 13 || i % 5 == 0, i -> 0)).containsExactly(13, 25, 35);
    }

    @Test
    void of_regular_groups_a_chunk_is_as_long_as_it_should_be() {
        assertThat(borders(30, i -> i % 5 == 0, i -> 0)).containsExactly(10, 20);
    }
}
