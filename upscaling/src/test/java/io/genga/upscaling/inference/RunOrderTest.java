package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunOrderTest {

    private static final long MEMORY = 640 * 480;

    /** A run on one square. */
    private record Square(int side) implements TileRun {

        @Override
        public int count() {
            return 1;
        }

        @Override
        public int width() {
            return side;
        }

        @Override
        public int height() {
            return side;
        }

        @Override
        public void read(TileTensors memory) {}

        @Override
        public void write(TileTensors memory) {}
    }

    @Test
    void runs_of_one_size_go_side_by_side() {
        assertThat(RunOrder.of(squares(34, 34, 34, 34), 2, MEMORY).sideBySide()).hasSize(4);
    }

    @Test
    void one_run_has_all_threads() {
        RunOrder order = RunOrder.of(squares(34), 2, MEMORY);

        assertThat(order.alone()).hasSize(1);
        assertThat(order.sideBySide()).isEmpty();
    }

    @Test
    void a_run_for_which_the_others_would_have_to_be_waited_for_has_all_threads() {
        RunOrder order = RunOrder.of(squares(34, 200, 34), 2, MEMORY);

        assertThat(order.alone()).containsExactly(new Square(200));
        assertThat(order.sideBySide()).containsExactly(new Square(34), new Square(34));
    }

    @Test
    void the_largest_of_those_side_by_side_are_begun_first() {
        assertThat(RunOrder.of(squares(30, 36, 34, 40), 2, MEMORY).sideBySide())
                .containsExactlyElementsOf(squares(40, 36, 34, 30));
    }

    @Test
    void no_more_is_at_work_than_fits_in_memory() {
        assertThat(RunOrder.of(squares(400, 400, 400), 2, MEMORY).alone()).hasSize(3);
    }

    @Test
    void one_thread_has_nothing_beside_it() {
        assertThat(RunOrder.of(squares(34, 34), 1, MEMORY).alone()).hasSize(2);
    }

    @Test
    void nothing_is_to_be_run_on_a_frame_that_is_held() {
        RunOrder order = RunOrder.of(squares(), 2, MEMORY);

        assertThat(order.alone()).isEmpty();
        assertThat(order.sideBySide()).isEmpty();
    }

    private static List<TileRun> squares(int... sides) {
        return IntStream.of(sides).<TileRun>mapToObj(Square::new).toList();
    }
}
