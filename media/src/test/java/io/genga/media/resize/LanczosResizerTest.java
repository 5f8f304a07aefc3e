package io.genga.media.resize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.genga.contracts.plan.ColourTags;
import io.genga.contracts.plan.PictureSize;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import io.genga.media.fixture.Pictures;
import io.genga.media.fixture.PlanBuilder;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of which it is known how they look at any size. */
class LanczosResizerTest {

    private static final ColourTags COLOUR = PlanBuilder.BT601;
    private static final int LOBES = 3;

    private final FramePool pool = new FramePool();

    static Stream<Arguments> sizes() {
        return Stream.of(PixelLayout.RGB_8, PixelLayout.RGB_16)
                .flatMap(layout -> Stream.of(
                        Arguments.of(layout, new PictureSize(640, 360), new PictureSize(1920, 1080)),
                        Arguments.of(layout, new PictureSize(1920, 1080), new PictureSize(1280, 720)),
                        Arguments.of(layout, new PictureSize(853, 480), new PictureSize(1280, 720)),
                        Arguments.of(layout, new PictureSize(1280, 720), new PictureSize(426, 240)),
                        Arguments.of(layout, new PictureSize(320, 240), new PictureSize(321, 241))));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void one_colour_stays_that_colour_from_black_to_white(PixelLayout layout, PictureSize from, PictureSize to) {
        for (int value : new int[] {0, 1, layout.maxValue() / 2, layout.maxValue() - 1, layout.maxValue()}) {
            try (Frame resized = resized(layout, from, to, (x, y) -> value)) {
                assertThat(extremes(resized)).containsExactly(value, value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_ramp_keeps_its_ends_and_lies_where_it_lay(PixelLayout layout, PictureSize from, PictureSize to) {
        double acrossStep = 0.9 * layout.maxValue() / from.width();
        double downStep = 0.9 * layout.maxValue() / from.height();
        try (Frame across = resized(layout, from, to, (x, y) -> (int) Math.round(acrossStep * (x + 0.5)));
                Frame down = resized(layout, from, to, (x, y) -> (int) Math.round(downStep * (y + 0.5)))) {
            assertLine(across, to.width(), 0.9 * layout.maxValue() / to.width(), from.width(), true);
            assertLine(down, to.height(), 0.9 * layout.maxValue() / to.height(), from.height(), false);
        }
    }

    /** Samples lie in the middle of their pixels. Near the edges the filter sees the last pixel repeated. */
    private static void assertLine(Frame frame, int length, double step, int sourceLength, boolean across) {
        int margin = (int) Math.ceil(LOBES * Math.max(1.0, (double) length / sourceLength)) + 1;
        double sum = 0;
        for (int i = margin; i < length - margin; i++) {
            int found = across ? Pictures.sample(frame, 0, i, 7) : Pictures.sample(frame, 0, 7, i);
            double difference = found - step * (i + 0.5);
            assertThat(difference).as("sample %d", i).isBetween(-0.1 * step - 1.5, 0.1 * step + 1.5);
            sum += difference;
        }
        double shift = sum / (length - 2 * margin) / step;
        assertThat(shift).as("pixels of the result").isBetween(-0.06 - 0.5 / step, 0.06 + 0.5 / step);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_disc_keeps_its_middle_its_roundness_and_its_area(PixelLayout layout, PictureSize from, PictureSize to) {
        double x = 0.4 * from.width();
        double y = 0.55 * from.height();
        double radius = 0.3 * from.height();
        try (Frame resized = resized(layout, from, to, disc(x, y, radius, layout.maxValue()))) {
            Moments found = Moments.of(resized);
            double scaleX = (double) to.width() / from.width();
            double scaleY = (double) to.height() / from.height();
            assertThat(found.x()).isCloseTo(x * scaleX, within(0.05));
            assertThat(found.y()).isCloseTo(y * scaleY, within(0.05));
            assertThat(found.mass() / layout.maxValue())
                    .isCloseTo(
                            Math.PI * radius * radius * scaleX * scaleY,
                            within(0.002 * found.mass() / layout.maxValue()));
            assertThat(found.spreadX() / scaleX).isCloseTo(found.spreadY() / scaleY, within(0.002 * found.spreadX()));
        }
    }

    @Test
    void what_is_finer_than_the_smaller_picture_becomes_its_mean() {
        IntBinaryOperator checker = (x, y) -> (x + y) % 2 == 0 ? 200 : 100;
        try (Frame resized =
                resized(PixelLayout.RGB_8, new PictureSize(640, 480), new PictureSize(320, 240), checker)) {
            for (int x = LOBES; x < 320 - LOBES; x++) {
                assertThat(Pictures.sample(resized, 1, x, 120)).isBetween(149, 151);
            }
        }
    }

    @Test
    void an_edge_overshoots_no_farther_than_black_and_white() {
        IntBinaryOperator edge = (x, y) -> x < 100 ? 0 : 65_535;
        try (Frame resized = resized(PixelLayout.RGB_16, new PictureSize(200, 60), new PictureSize(600, 180), edge)) {
            for (int x = 0; x < 296; x++) {
                assertThat(Pictures.sample(resized, 2, x, 90)).as("left %d", x).isLessThan(7_000);
            }
            for (int x = 304; x < 600; x++) {
                assertThat(Pictures.sample(resized, 2, x, 90)).as("right %d", x).isGreaterThan(58_000);
            }
        }
    }

    @Test
    void each_plane_goes_by_itself_with_time_and_colour() {
        try (LanczosResizer resizer =
                        new LanczosResizer(PixelLayout.RGB_8, new PictureSize(64, 48), new PictureSize(96, 72), pool);
                Frame picture = pool.acquire(new FrameFormat(PixelLayout.RGB_8, 64, 48), 4711, COLOUR)) {
            Pictures.fill(picture, 10, 100, 200);
            try (Frame resized = resizer.resize(picture)) {
                assertThat(resized.pts()).isEqualTo(4711);
                assertThat(resized.colour()).isEqualTo(COLOUR);
                assertThat(resized.format()).isEqualTo(new FrameFormat(PixelLayout.RGB_8, 96, 72));
                assertThat(Pictures.sample(resized, 0, 50, 50)).isEqualTo(10);
                assertThat(Pictures.sample(resized, 1, 50, 50)).isEqualTo(100);
                assertThat(Pictures.sample(resized, 2, 50, 50)).isEqualTo(200);
            }
        }
    }

    @Test
    void pictures_of_another_size_than_it_was_made_for_are_refused() {
        try (LanczosResizer resizer =
                        new LanczosResizer(PixelLayout.RGB_8, new PictureSize(64, 48), new PictureSize(96, 72), pool);
                Frame other = pool.acquire(new FrameFormat(PixelLayout.RGB_8, 64, 50), 0, COLOUR)) {
            assertThatThrownBy(() -> resizer.resize(other)).hasMessageContaining("height=48");
        }
    }

    private Frame resized(PixelLayout layout, PictureSize from, PictureSize to, IntBinaryOperator value) {
        try (LanczosResizer resizer = new LanczosResizer(layout, from, to, pool);
                Frame picture = pool.acquire(new FrameFormat(layout, from.width(), from.height()), 0, COLOUR)) {
            for (int plane = 0; plane < picture.format().planes(); plane++) {
                Pictures.draw(picture, plane, value);
            }
            return resizer.resize(picture);
        }
    }

    /** White on black; pixels at its edge by their distance from it. */
    private static IntBinaryOperator disc(double centreX, double centreY, double radius, int white) {
        return (x, y) -> {
            double inside = radius - Math.hypot(x + 0.5 - centreX, y + 0.5 - centreY);
            return (int) Math.round(white * Math.min(1, Math.max(0, inside + 0.5)));
        };
    }

    /** Of the first plane: least and greatest sample. */
    private static int[] extremes(Frame frame) {
        int[] extremes = {Integer.MAX_VALUE, Integer.MIN_VALUE};
        for (int y = 0; y < frame.format().height(); y++) {
            for (int x = 0; x < frame.format().width(); x++) {
                int sample = Pictures.sample(frame, 0, x, y);
                extremes[0] = Math.min(extremes[0], sample);
                extremes[1] = Math.max(extremes[1], sample);
            }
        }
        return extremes;
    }

    /** Of the first plane, taken for a mass: how much it is, where its middle lies, and how far it spreads. */
    private record Moments(double mass, double x, double y, double spreadX, double spreadY) {

        static Moments of(Frame frame) {
            double mass = 0;
            double x = 0;
            double y = 0;
            double xx = 0;
            double yy = 0;
            for (int row = 0; row < frame.format().height(); row++) {
                for (int column = 0; column < frame.format().width(); column++) {
                    double sample = Pictures.sample(frame, 0, column, row);
                    mass += sample;
                    x += sample * (column + 0.5);
                    y += sample * (row + 0.5);
                    xx += sample * (column + 0.5) * (column + 0.5);
                    yy += sample * (row + 0.5) * (row + 0.5);
                }
            }
            double middleX = x / mass;
            double middleY = y / mass;
            return new Moments(
                    mass,
                    middleX,
                    middleY,
                    Math.sqrt(xx / mass - middleX * middleX),
                    Math.sqrt(yy / mass - middleY * middleY));
        }
    }
}
