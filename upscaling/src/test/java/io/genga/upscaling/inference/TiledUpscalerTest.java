package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.Manifests;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.tile.TileShape;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TiledUpscalerTest {

    private static final InferenceSession CEL = open("genga-cel-x2");
    private static final InferenceSession NEAREST = open("nearest-x2");
    private static final int WHOLE = Integer.MAX_VALUE;

    private final FramePool pool = new FramePool();

    @AfterAll
    static void closeSessions() {
        CEL.close();
        NEAREST.close();
    }

    @ParameterizedTest
    @CsvSource({
        "160, 120, 4000", "160, 120, 8000", "160, 120, 19000",
        "161, 117, 4000", "161, 117, 8000", "161, 117, 18000",
        "97, 203, 5000", "333, 51, 6000", "48, 41, 1700",
    })
    void tiles_give_what_the_whole_frame_gives(int width, int height, int maxTilePixels) {
        try (Frame drawing = Pictures.drawing(PixelLayout.RGB_8, width, height, pool);
                Frame noise = Pictures.noise(PixelLayout.RGB_8, width, height, pool)) {
            PlannedTiles tiles = TileShape.choose(CEL.manifest(), width, height, maxTilePixels);
            assertThat(tiles.width() * tiles.height()).isLessThan(width * height);

            assertThat(largestDifferenceToWhole(drawing, tiles)).isLessThanOrEqualTo(1);
            assertThat(largestDifferenceToWhole(noise, tiles)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_halo_too_small_would_show() {
        try (Frame noise = Pictures.noise(PixelLayout.RGB_8, 160, 120, pool)) {
            assertThat(largestDifferenceToWhole(noise, new PlannedTiles(81, 61, 1)))
                    .isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "16, 12", "40, 19"})
    void a_frame_smaller_than_a_tile_runs_whole(int width, int height) {
        try (Frame frame = Pictures.drawing(PixelLayout.RGB_8, width, height, pool);
                Frame larger = upscale(CEL, frame, TileShape.DEFAULT_MAX_TILE_PIXELS)) {
            assertThat(larger.format()).isEqualTo(new FrameFormat(PixelLayout.RGB_8, 2 * width, 2 * height));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 10, 16})
    void a_network_that_repeats_pixels_repeats_them_exactly_at_every_depth(int bitDepth) {
        PixelLayout layout = new PixelLayout(PixelLayout.Model.RGB, 0, 0, bitDepth);
        try (Frame noise = Pictures.noise(layout, 77, 45, pool);
                Frame larger = upscale(NEAREST, noise, 900);
                Frame expected = repeated(noise)) {
            assertThat(Pictures.largestDifference(larger, expected)).isZero();
        }
    }

    @Test
    void time_stamp_and_colour_are_those_of_the_source() {
        try (Frame frame = Pictures.noise(PixelLayout.RGB_8, 8, 8, pool);
                Frame larger = upscale(NEAREST, frame, WHOLE)) {
            assertThat(larger.pts()).isEqualTo(Pictures.PTS);
            assertThat(larger.colour()).isEqualTo(Pictures.COLOUR);
        }
    }

    @ParameterizedTest
    @CsvSource({"77, 45, 800", "77, 45, 100000", "5, 3, 100000", "64, 48, 800"})
    void a_frame_of_any_size_is_padded_for_a_network_that_wants_multiples(int width, int height, int maxTilePixels) {
        String yaml = Manifests.yaml("nearest-x2").replace("paddingMultiple: 1", "paddingMultiple: 8");
        byte[] onnx =
                NetworkCatalogue.builtIn().find("nearest-x2").orElseThrow().onnx();
        try (InferenceSession session = InferenceSession.open(Manifests.network(yaml, onnx), new Device.Cpu(1));
                Frame noise = Pictures.noise(PixelLayout.RGB_8, width, height, pool);
                Frame larger = upscale(session, noise, maxTilePixels);
                Frame expected = repeated(noise)) {
            assertThat(Pictures.largestDifference(larger, expected)).isZero();
        }
    }

    @Test
    void the_same_frame_gives_the_same_bits_twice() {
        try (Frame noise = Pictures.noise(PixelLayout.RGB_8, 161, 117, pool);
                Frame once = upscale(CEL, noise, 8000);
                Frame twice = upscale(CEL, noise, 8000)) {
            assertThat(Pictures.largestDifference(once, twice)).isZero();
        }
    }

    @Test
    void upscalers_on_several_threads_share_a_session() {
        try (Frame noise = Pictures.noise(PixelLayout.RGB_8, 161, 117, pool);
                Frame alone = upscale(CEL, noise, 8000)) {
            List<CompletableFuture<Frame>> together = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> upscale(CEL, noise, 8000)))
                    .limit(6)
                    .toList();

            assertThat(together).allSatisfy(future -> {
                try (Frame frame = future.join()) {
                    assertThat(Pictures.largestDifference(frame, alone)).isZero();
                }
            });
        }
    }

    @Test
    void a_frame_that_is_not_rgb_is_refused() {
        try (Frame yuv = pool.acquire(new FrameFormat(PixelLayout.YUV420_8, 8, 8), 0, Pictures.COLOUR)) {
            assertThatThrownBy(() -> upscale(NEAREST, yuv, WHOLE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a network takes RGB");
        }
    }

    private int largestDifferenceToWhole(Frame frame, PlannedTiles tiles) {
        try (TiledUpscaler upscaler = new TiledUpscaler(CEL, tiles, pool);
                Frame tiled = upscaler.upscale(frame);
                Frame whole = upscale(CEL, frame, WHOLE)) {
            return Pictures.largestDifference(tiled, whole);
        }
    }

    private Frame upscale(InferenceSession session, Frame frame, int maxTilePixels) {
        FrameFormat format = frame.format();
        PlannedTiles tiles = TileShape.choose(session.manifest(), format.width(), format.height(), maxTilePixels);
        try (TiledUpscaler upscaler = new TiledUpscaler(session, tiles, pool)) {
            return upscaler.upscale(frame);
        }
    }

    private Frame repeated(Frame frame) {
        FrameFormat format = frame.format();
        return Pictures.of(
                format.layout(),
                2 * format.width(),
                2 * format.height(),
                pool,
                (plane, x, y) -> Pictures.sample(frame, plane, x / 2, y / 2));
    }

    private static InferenceSession open(String name) {
        CataloguedNetwork network = NetworkCatalogue.builtIn().find(name).orElseThrow();
        return InferenceSession.open(network, new Device.Cpu(2));
    }
}
