package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.inference.Pictures.Content;
import io.genga.upscaling.reuse.PartError;
import io.genga.upscaling.reuse.ReuseLimits;
import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.TileShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the reuse of drawings promises, on films whose every frame is known, against the network run on every frame. */
class ReusePromiseTest {

    private static final InferenceSession CEL = InferenceSession.open(
            NetworkCatalogue.builtIn().find("genga-cel-x2").orElseThrow(), new Device.Cpu(2));
    private static final int SCALE = 2;

    /** In pixels of the source. */
    private static final int SQUARE = 64;

    private static final double LEAST_PSNR_OF_SQUARES = 38;
    private static final double PERCENTILE = 0.999;

    /** In steps of 8 bits, along a side of a tile. Two neighbours that were computed at other times of a fade may be two tolerances apart. */
    private static final double MOST_VISIBLE_STEP = 4.5;

    /** Where lines move across the borders of tiles, they are the steps. */
    private static final Set<KnownFilm> MOVING = EnumSet.of(KnownFilm.PAN, KnownFilm.SLOW_PAN);

    private static final long SEED = 11;

    private final FramePool pool = new FramePool();

    @AfterAll
    static void close() {
        CEL.close();
    }

    @ParameterizedTest
    @EnumSource(KnownFilm.class)
    void faithful_keeps_its_promise(KnownFilm film) {
        Comparison found = compare(film, PixelLayout.RGB_8, DrawingReuse.FAITHFUL);

        assertKept(found, DrawingReuse.FAITHFUL);
        if (!MOVING.contains(film)) {
            assertThat(found.largestStep()).isLessThanOrEqualTo(MOST_VISIBLE_STEP);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KnownFilm.class,
            names = {"GRAIN", "SLOW_FADE", "LOW_BIT_RATE"})
    void deeper_samples_are_treated_alike(KnownFilm film) {
        assertKept(compare(film, PixelLayout.RGB_16, DrawingReuse.FAITHFUL), DrawingReuse.FAITHFUL);
    }

    @ParameterizedTest
    @EnumSource(
            value = KnownFilm.class,
            names = {"FINE_GRAIN", "SLOW_FADE", "SLOW_PAN", "LIVE_ACTION"})
    void fast_keeps_its_own(KnownFilm film) {
        assertThat(compare(film, PixelLayout.RGB_8, DrawingReuse.FAST).psnr())
                .isGreaterThanOrEqualTo(ReuseLimits.of(DrawingReuse.FAST).psnr());
    }

    @Test
    void a_mouth_of_eight_pixels_is_open_whenever_it_is() {
        Rectangle mouth = new Rectangle(76, 80, 8, 4).times(SCALE);
        try (TiledUpscaler every = new TiledUpscaler(CEL, tiles(), pool);
                ReusingUpscaler reusing = reusing(DrawingReuse.FAITHFUL)) {
            for (int i = 0; i < 9; i++) {
                try (Frame frame = picture(KnownFilm.MOUTH.frame(i), PixelLayout.RGB_8);
                        Frame expected = every.upscale(frame);
                        Frame found = reusing.upscale(frame)) {
                    assertThat(PartError.squared(expected, found, mouth))
                            .as("frame " + i)
                            .isLessThan(1);
                }
            }
        }
    }

    private record Comparison(double psnr, double psnrOfSquares, double largestStep) {}

    private static void assertKept(Comparison found, DrawingReuse reuse) {
        assertThat(found.psnr()).isGreaterThanOrEqualTo(ReuseLimits.of(reuse).psnr());
        assertThat(found.psnrOfSquares()).isGreaterThanOrEqualTo(LEAST_PSNR_OF_SQUARES);
    }

    private Comparison compare(KnownFilm film, PixelLayout layout, DrawingReuse reuse) {
        int factor = layout.maxValue() / 255;
        List<Double> squares = new ArrayList<>();
        double largestStep = 0;
        try (TiledUpscaler every = new TiledUpscaler(CEL, tiles(), pool);
                ReusingUpscaler reusing = reusing(reuse)) {
            for (int i = 0; i < KnownFilm.FRAMES; i++) {
                Content content = film.frame(i);
                try (Frame frame = picture((plane, x, y) -> factor * content.sample(plane, x, y), layout);
                        Frame expected = every.upscale(frame);
                        Frame found = reusing.upscale(frame)) {
                    addSquares(squares, expected, found);
                    largestStep = Math.max(largestStep, largestMeanStep(expected, found) / factor);
                }
            }
        }
        Collections.sort(squares);
        double mean =
                squares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Comparison(
                decibels(mean), decibels(squares.get((int) (PERCENTILE * (squares.size() - 1)))), largestStep);
    }

    private static void addSquares(List<Double> squares, Frame expected, Frame found) {
        for (int y = 0; y < KnownFilm.HEIGHT; y += SQUARE) {
            for (int x = 0; x < KnownFilm.WIDTH; x += SQUARE) {
                Rectangle square = new Rectangle(x, y, SQUARE, SQUARE).times(SCALE);
                squares.add(PartError.squared(expected, found, square));
            }
        }
    }

    private ReusingUpscaler reusing(DrawingReuse reuse) {
        return new ReusingUpscaler(CEL, tiles(), pool, ReuseLimits.of(reuse), SEED);
    }

    private Frame picture(Content content, PixelLayout layout) {
        return Pictures.of(layout, KnownFilm.WIDTH, KnownFilm.HEIGHT, pool, content);
    }

    /** The largest mean, along a border of two tiles of 16 pixels, by which a step differs from that of the network alone. */
    private static double largestMeanStep(Frame expected, Frame found) {
        int tile = 16 * SCALE;
        double largest = 0;
        for (int x = tile; x < expected.format().width(); x += tile) {
            for (int top = 0; top < expected.format().height(); top += tile) {
                double step = 0;
                for (int y = top; y < top + tile; y++) {
                    step += step(found, x, y) - step(expected, x, y);
                }
                largest = Math.max(largest, Math.abs(step) / tile);
            }
        }
        return largest;
    }

    private static int step(Frame frame, int x, int y) {
        return Pictures.sample(frame, 0, x, y) - Pictures.sample(frame, 0, x - 1, y);
    }

    private static PlannedTiles tiles() {
        return TileShape.choose(CEL.manifest(), KnownFilm.WIDTH, KnownFilm.HEIGHT, TileShape.DEFAULT_MAX_TILE_PIXELS);
    }

    private static double decibels(double squared) {
        return 10 * Math.log10(255 * 255 / squared);
    }
}
