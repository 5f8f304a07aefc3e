package io.genga.media.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.Plan;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.media.fixture.Pictures;
import io.genga.media.fixture.PlanBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourConverterTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int BAR_WIDTH = 8;

    /** swscale stretches chroma from 16…240 to 0…255 instead of 0.5…255.5: half a step, and half a step of rounding. */
    private static final double FULL_RANGE_TOLERANCE = 1.1;

    /** White, yellow, cyan, green, magenta, red, blue and black, of 75 % intensity. */
    private static final int[][] BARS = {
        {191, 191, 191}, {191, 191, 0}, {0, 191, 191}, {0, 191, 0}, {191, 0, 191}, {191, 0, 0}, {0, 0, 191}, {0, 0, 0}
    };

    private final FramePool pool = new FramePool();

    @ParameterizedTest
    @CsvSource({"smpte170m,tv", "smpte170m,pc", "bt709,tv", "bt709,pc"})
    void flat_colours_follow_the_textbook(String matrix, String range) {
        Textbook textbook = Textbook.of(matrix, range);
        try (ColourConverter converter = converter(matrix, range);
                Frame yuv = yuv(matrix, range)) {
            for (int y = 32; y <= 224; y += 48) {
                for (int cb = 64; cb <= 192; cb += 32) {
                    for (int cr = 64; cr <= 192; cr += 32) {
                        Pictures.fill(yuv, y, cb, cr);
                        try (Frame rgb = converter.toRgb(yuv)) {
                            double[] expected = textbook.toRgb(y, cb, cr);
                            for (int plane = 0; plane < 3; plane++) {
                                assertThat((double) Pictures.sample(rgb, plane, 20, 20))
                                        .as("plane %d of Y %d Cb %d Cr %d", plane, y, cb, cr)
                                        .isCloseTo(expected[plane], within(1.0));
                            }
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"smpte170m,tv", "smpte170m,pc", "bt709,tv", "bt709,pc"})
    void colour_bars_follow_the_textbook(String matrix, String range) {
        Textbook textbook = Textbook.of(matrix, range);
        try (ColourConverter converter = converter(matrix, range);
                Frame rgb = bars();
                Frame yuv = converter.toYuv(rgb)) {
            for (int bar = 0; bar < BARS.length; bar++) {
                double[] expected = textbook.toYuv(BARS[bar]);
                for (int plane = 0; plane < 3; plane++) {
                    int middle = (bar * BAR_WIDTH + BAR_WIDTH / 2) / (plane == 0 ? 1 : 2);
                    assertThat((double) Pictures.sample(yuv, plane, middle, 10))
                            .as("plane %d of bar %d", plane, bar)
                            .isCloseTo(expected[plane], within(range.equals("tv") ? 1.0 : FULL_RANGE_TOLERANCE));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"smpte170m,tv", "smpte170m,pc", "bt709,tv", "bt709,pc"})
    void flat_patches_come_back_as_they_were(String matrix, String range) {
        try (ColourConverter converter = converter(matrix, range);
                Frame yuv = yuv(matrix, range)) {
            for (int luma = 40; luma <= 215; luma += 5) {
                int cb = 128 + (luma * 7 % 41 - 20);
                int cr = 128 + (luma * 13 % 41 - 20);
                Pictures.fill(yuv, luma, cb, cr);
                try (Frame rgb = converter.toRgb(yuv);
                        Frame again = converter.toYuv(rgb)) {
                    int[] expected = {luma, cb, cr};
                    for (int plane = 0; plane < 3; plane++) {
                        assertThat(Pictures.sample(again, plane, 10, 10))
                                .as("plane %d of %d %d %d", plane, luma, cb, cr)
                                .isCloseTo(expected[plane], within(1));
                    }
                }
            }
        }
    }

    /** Chroma grows evenly from left to right; its samples lie on every second luma column, or half a column further. */
    @ParameterizedTest
    @CsvSource({"left,0", "center,0.5"})
    void the_chroma_location_is_honoured(String location, double columnOfFirstSample) {
        ColourTags tags = new ColourTags("bt709", "bt709", "bt709", "tv", location);
        Plan plan = new PlanBuilder().size(WIDTH, HEIGHT).scale(1).colour(tags).build();
        try (ColourConverter converter = ColourConverter.forChunk(plan, pool);
                Frame yuv = pool.acquire(format(PixelLayout.YUV420_8), 0, tags)) {
            Pictures.fill(yuv, 128, 128, 128);
            Pictures.draw(yuv, 2, (x, y) -> Math.max(16, Math.min(240, 128 + 12 * (x - 16))));
            try (Frame rgb = converter.toRgb(yuv)) {
                double cr = 128 + 12 * ((33 - columnOfFirstSample) / 2 - 16);
                double red = Textbook.of("bt709", "tv").toRgb(128, 128, cr)[0];
                assertThat((double) Pictures.sample(rgb, 0, 33, 20)).isCloseTo(red, within(1.0));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"smpte170m,tv", "smpte170m,pc", "bt709,tv", "bt709,pc"})
    void grey_stays_grey(String matrix, String range) {
        try (ColourConverter converter = converter(matrix, range);
                Frame rgb = pool.acquire(format(PixelLayout.RGB_8), 0, tags(matrix, range))) {
            for (int grey = 0; grey <= 255; grey += 5) {
                Pictures.fill(rgb, grey, grey, grey);
                try (Frame yuv = converter.toYuv(rgb)) {
                    assertThat(Pictures.sample(yuv, 1, 9, 9))
                            .as("Cb of %d", grey)
                            .isEqualTo(128);
                    assertThat(Pictures.sample(yuv, 2, 9, 9))
                            .as("Cr of %d", grey)
                            .isEqualTo(128);
                }
            }
        }
    }

    @Test
    void time_stamp_and_tags_stay_with_the_picture() {
        try (ColourConverter converter = converter("bt709", "tv");
                Frame yuv = pool.acquire(format(PixelLayout.YUV420_8), 4711, tags("bt709", "tv"));
                Frame rgb = converter.toRgb(yuv);
                Frame again = converter.toYuv(rgb)) {
            assertThat(rgb.pts()).isEqualTo(4711);
            assertThat(again.pts()).isEqualTo(4711);
            assertThat(again.colour()).isEqualTo(tags("bt709", "tv"));
        }
    }

    @Test
    void a_matrix_that_cannot_be_converted_is_refused_by_name() {
        Plan plan = new PlanBuilder().colour(tags("ycgco", "tv")).build();
        assertThatThrownBy(() -> ColourConverter.forChunk(plan, pool))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ycgco");
    }

    private ColourConverter converter(String matrix, String range) {
        Plan plan = new PlanBuilder()
                .size(WIDTH, HEIGHT)
                .scale(1)
                .colour(tags(matrix, range))
                .build();
        return ColourConverter.forChunk(plan, pool);
    }

    private Frame yuv(String matrix, String range) {
        return pool.acquire(format(PixelLayout.YUV420_8), 0, tags(matrix, range));
    }

    private Frame bars() {
        Frame rgb = pool.acquire(format(PixelLayout.RGB_8), 0, PlanBuilder.BT601);
        for (int plane = 0; plane < 3; plane++) {
            int component = plane;
            Pictures.draw(rgb, plane, (x, y) -> BARS[x / BAR_WIDTH][component]);
        }
        return rgb;
    }

    private static ColourTags tags(String matrix, String range) {
        return new ColourTags("bt709", "bt709", matrix, range, "left");
    }

    private static FrameFormat format(PixelLayout layout) {
        return new FrameFormat(layout, WIDTH, HEIGHT);
    }
}
