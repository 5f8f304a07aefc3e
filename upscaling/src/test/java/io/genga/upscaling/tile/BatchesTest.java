package io.genga.upscaling.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2 1", "7, 4 2 1", "8, 8", "13, 8 4 1", "40, 16 16 8"})
    void batches_have_powers_of_two(int tiles, String sizes) {
        List<List<Tile>> batches = new Batches(16 * 100).of(squares(10, tiles));

        assertThat(batches.stream().map(batch -> Integer.toString(batch.size())).toList())
                .containsExactly(sizes.split(" "));
        assertThat(batches.stream().flatMap(List::stream).toList()).isEqualTo(squares(10, tiles));
    }

    @Test
    void each_batch_has_one_size() {
        List<Tile> tiles = Stream.of(squares(10, 2), squares(20, 2), squares(10, 1))
                .flatMap(List::stream)
                .toList();

        assertThat(new Batches(800).of(tiles)).extracting(List::size).containsExactly(2, 2, 1);
    }

    @Test
    void tiles_larger_than_a_batch_are_alone() {
        assertThat(new Batches(0).of(squares(10, 3))).extracting(List::size).containsExactly(1, 1, 1);
    }

    private static List<Tile> squares(int side, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Rectangle(number * side, 0, side, side))
                .map(square -> new Tile(square, square))
                .toList();
    }
}
