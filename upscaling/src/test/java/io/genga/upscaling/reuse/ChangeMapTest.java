package io.genga.upscaling.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeMapTest {

    private final ChangeMap changes = new ChangeMap(new TileGrid(48, 16, 16));

    @BeforeEach
    void differences() {
        changes.addSquares(0, 0, 100);
        changes.addSquares(1, 0, 300);
        changes.addSquares(2, 0, 50);
        changes.addSquares(2, 0, 150);
    }

    @Test
    void what_has_changed_is_not_kept() {
        changes.mark(1, 0);

        assertThat(changes.keptSquares()).isEqualTo(300);
    }

    @Test
    void the_tiles_that_differ_most_are_computed_until_little_enough_remains() {
        changes.limitKeptSquares(320);

        assertThat(changes.keptSquares()).isEqualTo(300);
        assertThat(changes.isChanged(1, 0)).isTrue();
        assertThat(changes.count()).isEqualTo(1);
    }

    @Test
    void where_nothing_may_remain_all_that_differs_is_computed() {
        changes.limitKeptSquares(0);

        assertThat(changes.count()).isEqualTo(3);
    }
}
