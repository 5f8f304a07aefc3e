package io.genga.upscaling.tile;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.upscaling.catalogue.Manifests;
import io.genga.upscaling.catalogue.NetworkManifest;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every frame, every network and every limit: a tiling is planned and then laid out. */
class TilingProperties {

    private NetworkManifest manifest;
    private int width;
    private int height;
    private PlannedTiles shape;
    private List<Tile> tiles;

    @Property(tries = 400)
    void tiles_give_every_pixel_once_and_never_see_their_own_edge(
            @ForAll @IntRange(min = 1, max = 300) int frameWidth,
            @ForAll @IntRange(min = 1, max = 300) int frameHeight,
            @ForAll @IntRange(max = 24) int receptiveFieldRadius,
            @ForAll @IntRange(min = 1, max = 8) int paddingMultiple,
            @ForAll @IntRange(min = 1, max = 8) int tileAlignment,
            @ForAll @IntRange(min = 1, max = 40_000) int maxTilePixels) {
        manifest = Manifests.withGeometry(receptiveFieldRadius, paddingMultiple, tileAlignment);
        width = manifest.padded(frameWidth);
        height = manifest.padded(frameHeight);
        shape = TileShape.choose(manifest, frameWidth, frameHeight, maxTilePixels);
        tiles = Tiling.of(shape, width, height, tileAlignment);

        assertEveryPixelIsKeptOnce();
        assertThat(tiles).allSatisfy(this::assertHasTheOneShape);
        assertThat(tiles).allSatisfy(this::assertBeginsAtTheAlignment);
        assertThat(tiles).allSatisfy(this::assertKeepsOutOfTheReachOfInnerEdges);
        assertThat(shape).isEqualTo(TileShape.choose(manifest, frameWidth, frameHeight, maxTilePixels));
    }

    private void assertEveryPixelIsKeptOnce() {
        int[] timesKept = new int[width * height];
        for (Tile tile : tiles) {
            for (int y = tile.kept().y(); y < tile.kept().bottom(); y++) {
                for (int x = tile.kept().x(); x < tile.kept().right(); x++) {
                    timesKept[y * width + x]++;
                }
            }
        }
        assertThat(timesKept).containsOnly(1);
    }

    private void assertHasTheOneShape(Tile tile) {
        assertThat(tile.source().width()).isEqualTo(shape.width());
        assertThat(tile.source().height()).isEqualTo(shape.height());
        assertThat(tile.source().width() % manifest.paddingMultiple()).isZero();
        assertThat(tile.source().height() % manifest.paddingMultiple()).isZero();
        assertThat(tile.source().right()).isLessThanOrEqualTo(width);
        assertThat(tile.source().bottom()).isLessThanOrEqualTo(height);
    }

    private void assertBeginsAtTheAlignment(Tile tile) {
        assertThat(tile.source().x() % manifest.tileAlignment()).isZero();
        assertThat(tile.source().y() % manifest.tileAlignment()).isZero();
    }

    private void assertKeepsOutOfTheReachOfInnerEdges(Tile tile) {
        Rectangle source = tile.source();
        Rectangle kept = tile.kept();
        assertFar(source.x() == 0, kept.x() - source.x());
        assertFar(source.y() == 0, kept.y() - source.y());
        assertFar(source.right() == width, source.right() - kept.right());
        assertFar(source.bottom() == height, source.bottom() - kept.bottom());
    }

    private void assertFar(boolean atTheEdgeOfTheFrame, int distance) {
        assertThat(distance).isGreaterThanOrEqualTo(atTheEdgeOfTheFrame ? 0 : manifest.receptiveFieldRadius());
    }
}
