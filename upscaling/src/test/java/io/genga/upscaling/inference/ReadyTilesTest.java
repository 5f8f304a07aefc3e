package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.reuse.ReuseLimits;
import io.genga.upscaling.tile.TileShape;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadyTilesTest {

    private static final int WIDTH = 162;
    private static final int HEIGHT = 120;

    private final FramePool pool = new FramePool();

    @Test
    void the_network_is_run_on_tiles_of_the_same_sizes_and_in_the_same_order() {
        try (InferenceSession session = InferenceSession.open(
                NetworkCatalogue.builtIn().find("genga-cel-x2").orElseThrow(), new Device.Cpu(1))) {
            PlannedTiles tiles = TileShape.choose(session.manifest(), WIDTH, HEIGHT, WIDTH * HEIGHT / 2);
            List<String> sizes = new ArrayList<>();
            try (ReusingUpscaler upscaler =
                            new ReusingUpscaler(session, tiles, pool, ReuseLimits.of(DrawingReuse.FAITHFUL), 1);
                    ReadyTiles ready = new ReadyTiles(session, tiles)) {
                ready.likeThoseOf(() -> upscale(upscaler, 0));
                assertThat(sizesOf(session, ready))
                        .hasSizeGreaterThan(1)
                        .containsOnly(tiles.width() + "x" + tiles.height());

                ready.likeThoseOf(() -> upscale(upscaler, 200));
                sizes.addAll(sizesOf(session, ready));
            }
            // The square's two tiles with a halo of 5; the other one is the self-check's.
            assertThat(sizes).contains("26x26").doesNotContain(tiles.width() + "x" + tiles.height());
        }
    }

    private static List<String> sizesOf(InferenceSession session, ReadyTiles ready) {
        List<String> sizes = new ArrayList<>();
        session.observe(runs -> runs.forEach(run -> sizes.add(run.width() + "x" + run.height())));
        ready.run();
        session.observe(runs -> {});
        return sizes;
    }

    /** Grey, with a square of 8 pixels. */
    private void upscale(Upscaler upscaler, int square) {
        try (Frame rgb = Pictures.of(
                        PixelLayout.RGB_8,
                        WIDTH,
                        HEIGHT,
                        pool,
                        (plane, x, y) -> x / 8 == 5 && y / 8 == 5 ? square : 100);
                Frame larger = upscaler.upscale(rgb)) {
            assertThat(larger.format().width()).isEqualTo(2 * WIDTH);
        }
    }
}
