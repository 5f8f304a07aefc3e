package io.genga.upscaling.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.Manifests;
import io.genga.upscaling.catalogue.NetworkManifest;
import org.junit.jupiter.api.Test;

class TileShapeTest {

    private final NetworkManifest cel = Manifests.withGeometry(10, 1, 1);

    @Test
    void a_frame_that_fits_is_one_tile_without_a_halo() {
        assertThat(TileShape.choose(cel, 640, 480, 640 * 480)).isEqualTo(new PlannedTiles(640, 480, 0));
        assertThat(TileShape.choose(cel, 1, 1, 1)).isEqualTo(new PlannedTiles(1, 1, 0));
    }

    @Test
    void tiles_are_balanced_so_that_little_is_computed_twice() {
        assertThat(TileShape.choose(cel, 640, 480, 100_000)).isEqualTo(new PlannedTiles(330, 250, 10));
        assertThat(TileShape.choose(cel, 640, 480, 65_536)).isEqualTo(new PlannedTiles(227, 250, 10));
    }

    @Test
    void a_network_that_takes_much_memory_has_a_limit_of_its_own() {
        NetworkManifest large = Manifests.parse(Manifests.yaml("genga-cel-x2") + "largestTile: 65536\n");

        assertThat(TileShape.choose(large, 640, 480, 640 * 480)).isEqualTo(new PlannedTiles(227, 250, 10));
        assertThat(TileShape.choose(large, 640, 480, 50_000)).isEqualTo(TileShape.choose(cel, 640, 480, 50_000));
    }

    @Test
    void without_a_halo_the_fewest_tiles_win() {
        NetworkManifest nearest = Manifests.withGeometry(0, 1, 1);

        assertThat(TileShape.choose(nearest, 640, 480, 640 * 480 / 2)).isEqualTo(new PlannedTiles(320, 480, 0));
    }

    @Test
    void by_default_a_frame_of_standard_definition_is_whole_and_a_larger_one_is_not() {
        int limit = TileShape.DEFAULT_MAX_TILE_PIXELS;

        assertThat(TileShape.choose(cel, 720, 576, limit)).isEqualTo(new PlannedTiles(720, 576, 0));
        assertThat(TileShape.choose(cel, 1920, 1080, limit)).isEqualTo(new PlannedTiles(654, 550, 10));
    }

    @Test
    void the_halo_is_a_multiple_of_the_alignment_and_the_shape_one_of_the_padding() {
        NetworkManifest aligned = Manifests.withGeometry(10, 8, 4);

        PlannedTiles tiles = TileShape.choose(aligned, 641, 480, 100_000);

        assertThat(tiles.halo()).isEqualTo(12);
        assertThat(tiles.width() % 8).isZero();
        assertThat(tiles.height() % 8).isZero();
    }

    @Test
    void a_frame_is_padded_to_what_the_network_accepts() {
        assertThat(TileShape.choose(Manifests.withGeometry(10, 8, 1), 641, 477, 1_000_000))
                .isEqualTo(new PlannedTiles(648, 480, 0));
    }

    @Test
    void a_frame_no_higher_than_two_halos_is_not_split() {
        assertThat(TileShape.choose(cel, 4000, 20, 10_000)).isEqualTo(new PlannedTiles(4000, 20, 0));
    }

    @Test
    void tiles_of_a_network_that_sees_far_keep_half_of_their_sides_whatever_the_limit() {
        PlannedTiles tiles = TileShape.choose(Manifests.withGeometry(60, 1, 1), 1920, 1080, 10_000);

        assertThat(tiles.width()).isBetween(240, 260);
        assertThat(tiles.height()).isBetween(240, 260);
        assertThat(tiles.halo()).isEqualTo(60);
    }

    @Test
    void tiles_planned_for_another_frame_are_refused() {
        assertThatThrownBy(() -> Tiling.of(new PlannedTiles(640, 480, 0), 320, 240, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tiles of 640 pixels with halos of 0 that begin at multiples of 1 cannot cover 320 pixels");
    }
}
