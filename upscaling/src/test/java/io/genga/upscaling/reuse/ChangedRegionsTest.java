package io.genga.upscaling.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.upscaling.tile.Rectangle;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangedRegionsTest {

    private static final int HALO = 10;
    private static final TileGrid GRID = new TileGrid(317, 201, 16);

    @Test
    void nothing_changed_is_no_region() {
        assertThat(ChangedRegions.of(new ChangeMap(GRID), HALO)).isEmpty();
    }

    @Test
    void tiles_that_lie_close_become_one_region_and_those_far_apart_stay_apart() {
        ChangeMap changes = new ChangeMap(GRID);
        changes.mark(1, 1);
        changes.mark(3, 1);
        changes.mark(15, 10);

        assertThat(ChangedRegions.of(changes, HALO))
                .containsExactlyInAnyOrder(new Rectangle(16, 16, 48, 16), new Rectangle(240, 160, 16, 16));
    }

    @Test
    void a_region_at_the_edge_ends_where_the_picture_does() {
        ChangeMap changes = new ChangeMap(GRID);
        changes.mark(GRID.columns() - 1, GRID.rows() - 1);

        assertThat(ChangedRegions.of(changes, HALO)).containsExactly(new Rectangle(304, 192, 13, 9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.2, 0.5, 0.9, 1})
    void every_changed_tile_lies_in_exactly_one_region(double share) {
        Random random = new Random(5);
        ChangeMap changes = new ChangeMap(GRID);
        for (int row = 0; row < GRID.rows(); row++) {
            for (int column = 0; column < GRID.columns(); column++) {
                if (random.nextDouble() < share) {
                    changes.mark(column, row);
                }
            }
        }
        List<Rectangle> regions = ChangedRegions.of(changes, HALO);

        for (int row = 0; row < GRID.rows(); row++) {
            for (int column = 0; column < GRID.columns(); column++) {
                Rectangle tile = GRID.pixels(column, row, 1, 1);
                long around = regions.stream()
                        .filter(region -> contains(region, tile))
                        .count();
                assertThat(around).isBetween(changes.isChanged(column, row) ? 1L : 0L, 1L);
            }
        }
        assertThat(regions.stream().mapToLong(Rectangle::area).sum())
                .isLessThanOrEqualTo((long) GRID.width() * GRID.height());
    }

    private static boolean contains(Rectangle region, Rectangle tile) {
        return region.x() <= tile.x()
                && region.y() <= tile.y()
                && region.right() >= tile.right()
                && region.bottom() >= tile.bottom();
    }
}
