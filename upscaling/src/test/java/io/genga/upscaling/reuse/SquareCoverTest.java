package io.genga.upscaling.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.Tile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SquareCoverTest {

    private static final int HALO = 5;
    private static final int SIDE = 64 + 2 * HALO;
    private static final TileGrid GRID = new TileGrid(318, 202, 16);
    private static final PlannedTiles WHOLE = new PlannedTiles(318, 202, 0);
    private static final NetworkManifest MANIFEST =
            NetworkCatalogue.builtIn().find("genga-cel-x2").orElseThrow().manifest();

    private final ChangeCover cover =
            SquareCover.of(MANIFEST, GRID, HALO, WHOLE).orElseThrow();

    @Test
    void nothing_changed_is_no_square() {
        assertThat(cover.parts(new ChangeMap(GRID))).isEmpty();
    }

    @Test
    void changes_that_fit_in_one_square_are_one() {
        ChangeMap changes = new ChangeMap(GRID);
        changes.mark(2, 3);
        changes.mark(5, 6);

        assertThat(cover.parts(changes)).containsExactly(new Rectangle(32, 48, 64, 64));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.2, 0.5, 0.9, 1})
    void every_changed_tile_lies_in_exactly_one_square_with_a_whole_halo(double share) {
        ChangeMap changes = random(share);
        List<Tile> tiles = cover.parts(changes).stream()
                .flatMap(part -> cover.tiles(part).stream())
                .toList();

        assertThat(tiles).allSatisfy(SquareCoverTest::assertLiesInside).allSatisfy(SquareCoverTest::assertHasHalo);
        for (int row = 0; row < GRID.rows(); row++) {
            for (int column = 0; column < GRID.columns(); column++) {
                Rectangle tile = GRID.pixels(column, row, 1, 1);
                long around = tiles.stream()
                        .filter(square -> contains(square.kept(), tile))
                        .count();
                assertThat(around).isLessThanOrEqualTo(1);
                assertThat(around == 1 || !changes.isChanged(column, row)).isTrue();
            }
        }
    }

    @Test
    void a_picture_smaller_than_a_square_has_none() {
        TileGrid small = new TileGrid(72, 300, 16);

        assertThat(SquareCover.of(MANIFEST, small, HALO, WHOLE)).isEmpty();
    }

    @Test
    void a_square_that_needs_more_memory_than_a_tile_is_not_tried() {
        assertThat(SquareCover.of(MANIFEST, GRID, HALO, new PlannedTiles(64, 200, HALO)))
                .isEmpty();
    }

    private static ChangeMap random(double share) {
        Random random = new Random(5);
        ChangeMap changes = new ChangeMap(GRID);
        for (int row = 0; row < GRID.rows(); row++) {
            for (int column = 0; column < GRID.columns(); column++) {
                if (random.nextDouble() < share) {
                    changes.mark(column, row);
                }
            }
        }
        return changes;
    }

    private static void assertLiesInside(Tile tile) {
        assertThat(tile.source().width()).isEqualTo(SIDE);
        assertThat(tile.source().height()).isEqualTo(SIDE);
        assertThat(contains(new Rectangle(0, 0, GRID.width(), GRID.height()), tile.source()))
                .isTrue();
    }

    private static void assertHasHalo(Tile tile) {
        Rectangle kept = tile.kept();
        Rectangle needed = new Rectangle(
                Math.max(0, kept.x() - HALO),
                Math.max(0, kept.y() - HALO),
                Math.min(GRID.width(), kept.right() + HALO) - Math.max(0, kept.x() - HALO),
                Math.min(GRID.height(), kept.bottom() + HALO) - Math.max(0, kept.y() - HALO));
        assertThat(contains(tile.source(), needed)).isTrue();
    }

    private static boolean contains(Rectangle outer, Rectangle inner) {
        return outer.x() <= inner.x()
                && outer.y() <= inner.y()
                && outer.right() >= inner.right()
                && outer.bottom() >= inner.bottom();
    }
}
