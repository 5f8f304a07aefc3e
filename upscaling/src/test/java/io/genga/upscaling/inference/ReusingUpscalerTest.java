package io.genga.upscaling.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.event.ReuseFigures;
import io.genga.contracts.plan.PlannedTiles;
import io.genga.contracts.request.DrawingReuse;
import io.genga.frames.Frame;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.upscaling.catalogue.NetworkCatalogue;
import io.genga.upscaling.inference.Pictures.Content;
import io.genga.upscaling.reuse.PartError;
import io.genga.upscaling.reuse.ReuseLimits;
import io.genga.upscaling.reuse.Tolerance;
import io.genga.upscaling.tile.Rectangle;
import io.genga.upscaling.tile.RunShapes;
import io.genga.upscaling.tile.TileShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Short films whose every frame is known, against the network run on every frame. */
class ReusingUpscalerTest {

    private static final InferenceSession CEL = InferenceSession.open(
            NetworkCatalogue.builtIn().find("genga-cel-x2").orElseThrow(), new Device.Cpu(2));
    private static final InferenceSession IN_SQUARES = InferenceSession.open(
            NetworkCatalogue.builtIn().find("genga-cel-x2").orElseThrow(), new Device.Cpu(2), RunShapes.SQUARES);
    private static final int WIDTH = 162;
    private static final int HEIGHT = 121;
    private static final int FRAMES = 24;
    private static final ReuseLimits FAITHFUL = ReuseLimits.of(DrawingReuse.FAITHFUL);
    private static final long SEED = 11;

    private final FramePool pool = new FramePool();

    @AfterAll
    static void close() {
        CEL.close();
        IN_SQUARES.close();
    }

    /** Kinds of films, each a picture for every frame. */
    enum Film {
        HELD_WITH_CODEC_NOISE(frame -> drawing(0, 2 * frame, 2)),
        MOUTH(frame -> mouth(frame / 3 % 2 == 0)),
        PAN(frame -> drawing(3 * frame, 0)),
        SLOW_FADE(frame -> faded(frame)),
        FLASH(frame -> frame == 10 ? (plane, x, y) -> 250 : drawing(0, 0)),
        CUT(frame -> frame < 12 ? drawing(0, 0) : drawing(60, 0)),
        NOISE(frame -> noise(frame));

        private final IntFunction<Content> content;

        Film(IntFunction<Content> content) {
            this.content = content;
        }
    }

    @ParameterizedTest
    @EnumSource(Film.class)
    void the_promised_likeness_is_kept_in_batches_of_squares(Film film) {
        Comparison found = compare(IN_SQUARES, film, PixelLayout.RGB_8);

        assertThat(found.psnr()).isGreaterThanOrEqualTo(FAITHFUL.psnr());
        assertThat(FAITHFUL.keptBy(found.figures())).isTrue();
    }

    @Test
    void all_that_changed_is_handed_over_in_one_size_and_more_than_one_at_once() {
        List<String> runs = new ArrayList<>();
        IN_SQUARES.observe(
                ofFrame -> ofFrame.forEach(run -> runs.add(run.count() + " of " + run.width() + "x" + run.height())));
        try (ReusingUpscaler reusing = new ReusingUpscaler(IN_SQUARES, tiles(), pool, FAITHFUL, SEED)) {
            for (int square : new int[] {100, 240}) {
                Content corners = (plane, x, y) -> x + y < 8 || x + y > WIDTH + HEIGHT - 8 ? square : 100;
                try (Frame frame = Pictures.of(PixelLayout.RGB_8, WIDTH, HEIGHT, pool, corners)) {
                    reusing.upscale(frame).close();
                }
            }
        } finally {
            IN_SQUARES.observe(ofFrame -> {});
        }

        // The whole picture, then two corners.
        assertThat(runs).containsExactly("1 of 162x121", "2 of 74x74");
    }

    @ParameterizedTest
    @EnumSource(Film.class)
    void the_promised_likeness_is_kept(Film film) {
        Comparison found = compare(film, PixelLayout.RGB_8);

        assertThat(found.psnr()).isGreaterThanOrEqualTo(FAITHFUL.psnr());
        assertThat(FAITHFUL.keptBy(found.figures())).isTrue();
    }

    @Test
    void a_held_drawing_is_computed_once() {
        ReuseFigures figures =
                compare(Film.HELD_WITH_CODEC_NOISE, PixelLayout.RGB_8).figures();

        assertThat(figures.inferencePixelShare()).isLessThan(1.1 / FRAMES + 0.01);
        assertThat(figures.framePixels()).isEqualTo((long) FRAMES * WIDTH * HEIGHT);
    }

    @Test
    void a_mouth_that_moves_costs_little_more_than_the_mouth() {
        assertThat(compare(Film.MOUTH, PixelLayout.RGB_8).figures().inferencePixelShare())
                .isLessThan(0.12);
    }

    @Test
    void noise_is_computed_whole() {
        ReuseFigures figures = compare(Film.NOISE, PixelLayout.RGB_8).figures();

        assertThat(figures.keptPixels()).isZero();
        assertThat(figures.inferencePixelShare()).isLessThan(1.1);
    }

    @Test
    void a_fade_leaves_no_steps_between_tiles() {
        PlannedTiles tiles = tiles();
        try (ReusingUpscaler reusing = new ReusingUpscaler(CEL, tiles, pool, FAITHFUL, SEED)) {
            for (int i = 0; i < FRAMES; i++) {
                int level = 60 + i;
                try (Frame flat = Pictures.of(PixelLayout.RGB_8, WIDTH, HEIGHT, pool, (plane, x, y) -> level);
                        Frame larger = reusing.upscale(flat)) {
                    assertThat(largestStep(larger)).isLessThanOrEqualTo(3);
                }
            }
        }
    }

    @Test
    void a_promise_that_is_about_to_break_is_pursued_more_strictly_from_then_on() {
        Tolerance hardlyEnough = new Tolerance(1.7, 2, 255);
        ReuseLimits lenient = new ReuseLimits(0, hardlyEnough);
        ReuseLimits unreachable = new ReuseLimits(90, hardlyEnough);

        assertThat(figuresOfHalfNoise(unreachable).keptPixels())
                .isLessThan(figuresOfHalfNoise(lenient).keptPixels());
    }

    /** Noise on the left pays for many samples of the held drawing on the right. */
    private ReuseFigures figuresOfHalfNoise(ReuseLimits limits) {
        PlannedTiles tiles = TileShape.choose(CEL.manifest(), 320, 240, TileShape.DEFAULT_MAX_TILE_PIXELS);
        try (ReusingUpscaler reusing = new ReusingUpscaler(CEL, tiles, pool, limits, SEED)) {
            for (int i = 0; i < FRAMES; i++) {
                Content noise = noise(i);
                Content held = drawing(0, 2 * i);
                Content both = (plane, x, y) -> (x < 160 ? noise : held).sample(plane, x, y);
                try (Frame frame = Pictures.of(PixelLayout.RGB_8, 320, 240, pool, both)) {
                    reusing.upscale(frame).close();
                }
            }
            return reusing.figures();
        }
    }

    @Test
    void the_same_film_and_seed_give_the_same_result() {
        assertThat(compare(Film.MOUTH, PixelLayout.RGB_8).checksum())
                .isEqualTo(compare(Film.MOUTH, PixelLayout.RGB_8).checksum());
    }

    @ParameterizedTest
    @ValueSource(ints = {6000, Integer.MAX_VALUE})
    void exact_reuse_changes_no_bit(int maxTilePixels) {
        PlannedTiles tiles = TileShape.choose(CEL.manifest(), WIDTH, HEIGHT, maxTilePixels);
        try (TiledUpscaler every = new TiledUpscaler(CEL, tiles, pool);
                ExactlyReusingUpscaler exact = new ExactlyReusingUpscaler(CEL, tiles, pool)) {
            for (int i = 0; i < FRAMES; i++) {
                try (Frame frame = Pictures.of(PixelLayout.RGB_8, WIDTH, HEIGHT, pool, mouth(i / 3 % 2 == 0));
                        Frame expected = every.upscale(frame);
                        Frame found = exact.upscale(frame)) {
                    assertThat(Pictures.largestDifference(expected, found)).isZero();
                }
            }
            assertThat(exact.figures().inferencePixelShare()).isLessThan(0.6);
        }
    }

    private record Comparison(double psnr, ReuseFigures figures, long checksum) {}

    private Comparison compare(Film film, PixelLayout layout) {
        return compare(CEL, film, layout);
    }

    private Comparison compare(InferenceSession session, Film film, PixelLayout layout) {
        double squared = 0;
        long checksum = 0;
        try (TiledUpscaler every = new TiledUpscaler(CEL, tiles(), pool);
                ReusingUpscaler reusing = new ReusingUpscaler(session, tiles(), pool, FAITHFUL, SEED)) {
            for (int i = 0; i < FRAMES; i++) {
                Content content = film.content.apply(i);
                int factor = layout.maxValue() / 255;
                Content scaled = (plane, x, y) -> content.sample(plane, x, y) * factor;
                try (Frame frame = Pictures.of(layout, WIDTH, HEIGHT, pool, scaled);
                        Frame expected = every.upscale(frame);
                        Frame found = reusing.upscale(frame)) {
                    squared += PartError.squared(expected, found, new Rectangle(0, 0, 2 * WIDTH, 2 * HEIGHT));
                    checksum = 31 * checksum + found.plane(0).hashCode();
                }
            }
            double psnr = 10 * Math.log10(255 * 255 / (squared / FRAMES));
            return new Comparison(psnr, reusing.figures(), checksum);
        }
    }

    private static PlannedTiles tiles() {
        return TileShape.choose(CEL.manifest(), WIDTH, HEIGHT, TileShape.DEFAULT_MAX_TILE_PIXELS);
    }

    /** The largest difference of neighbours at the borders of tiles of 16 pixels. */
    private static int largestStep(Frame larger) {
        List<Integer> steps = new ArrayList<>();
        for (int x = 32; x < larger.format().width() - 32; x += 32) {
            int left = Pictures.sample(larger, 0, x - 1, larger.format().height() / 2);
            steps.add(Math.abs(
                    left - Pictures.sample(larger, 0, x, larger.format().height() / 2)));
        }
        return steps.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    private static Content drawing(int shift, int noiseSeed) {
        return drawing(shift, noiseSeed, noiseSeed == 0 ? 1 : 3);
    }

    private static Content drawing(int shift, int noiseSeed, int amplitude) {
        Random noise = new Random(noiseSeed);
        return (plane, x, y) -> {
            double distance = Math.hypot(x + shift - 70, y - 60);
            int flat = distance < 40 ? 220 - 40 * plane : 60 + 30 * plane;
            boolean line = Math.abs(distance - 40) < 2;
            return (line ? 20 : flat) + noise.nextInt(amplitude);
        };
    }

    private static Content mouth(boolean open) {
        Content face = drawing(0, 0);
        return (plane, x, y) -> open && x >= 66 && x < 74 && y >= 70 && y < 74 ? 30 : face.sample(plane, x, y);
    }

    private static Content faded(int frame) {
        Content picture = drawing(0, 0);
        return (plane, x, y) -> picture.sample(plane, x, y) * (100 - frame) / 100;
    }

    private static Content noise(int frame) {
        Random random = new Random(frame);
        return (plane, x, y) -> random.nextInt(256);
    }
}
