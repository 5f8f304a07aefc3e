package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.frames.FrameFormat;
import io.genga.frames.PixelLayout.Model;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.Gradients;
import io.genga.media.fixture.RawPictures;
import io.genga.media.fixture.Remastering;
import io.genga.testsupport.film.FilmRecipe;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of every layout and depth, through every stage of this module and back. */
class PixelFormatTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 46;
    private static final int FRAMES = 6;

    /** Y, Cb, Cr become R, G, B and again Y, Cb, Cr: of 8 to 12 bits, a step is lost at most. */
    private static final int ROUNDING = 1;

    /** R, G, B stay R, G, B; of 8 and of 9 bits, white is the largest number. */
    private static final int EXACT = 0;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yuv420p",
                "yuv420p10le",
                "yuv420p12le",
                "yuv422p",
                "yuv422p10le",
                "yuv422p12le",
                "yuv444p",
                "yuv444p10le",
                "yuv444p12le",
                "gray",
                "gray10le",
                "gray12le",
                "gbrp10le",
                "gbrp12le"
            })
    void pictures_of_every_format_keep_their_numbers(String format) {
        assertKept(film(format), format, format);
    }

    /** FFV1 knows R, G, B of 8 bits only with all three in one plane. */
    @ParameterizedTest
    @ValueSource(strings = {"gbrp"})
    void eight_bits_of_red_green_and_blue_become_nine_in_ffv1(String format) {
        FilmRecipe film = film("rgb24").encoded("-c:v", "libx264rgb", "-qp", "0", "-pix_fmt", "rgb24");

        assertKept(film, format, "gbrp9le");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuvj420p", "yuvj422p", "yuvj444p"})
    void full_range_stays_full(String format) {
        FilmRecipe film = film(format).encoded("-c:v", "libx264", "-qp", "0");

        Remastering work = assertKept(film, format, format.replace("yuvj", "yuv"));

        assertThat(work.plan().target().colour().range()).isEqualTo("pc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuv420p", "yuv420p10le", "yuv422p10le"})
    void an_odd_size_comes_out_right(String format) {
        FilmRecipe film = Gradients.film(format, depthOf(format), WIDTH - 1, HEIGHT - 1, FRAMES)
                .encoded("-level", "1");

        assertKept(film, WIDTH - 1, HEIGHT - 1, format, format);
    }

    private Remastering assertKept(FilmRecipe recipe, String format, String expectedFormat) {
        return assertKept(recipe, WIDTH, HEIGHT, format, expectedFormat);
    }

    private Remastering assertKept(FilmRecipe recipe, int width, int height, String format, String expectedFormat) {
        Path source = recipe.make();
        Remastering work =
                Remastering.plan(source, new Ffv1Settings(), OutputContainer.MATROSKA, Duration.ofMillis(100), folder);
        Path film = work.film();

        assertThat(Examination.passed(work.plan(), source, film).frames()).isEqualTo(FRAMES);
        assertThat(work.plan().target().pixelFormat()).isEqualTo(expectedFormat);
        assertEnlarged(
                RawPictures.of(source, format, width, height, folder),
                RawPictures.of(film, expectedFormat, 2 * width, 2 * height, folder));
        return work;
    }

    private static void assertEnlarged(RawPictures small, RawPictures large) {
        assertThat(large.count()).isEqualTo(FRAMES);
        FrameFormat format = large.format();
        int white = small.format().layout().maxValue();
        int tolerance = format.layout().model() == Model.RGB ? EXACT : ROUNDING;
        for (int plane = 0; plane < format.planes(); plane++) {
            int right = small.format().planeWidth(plane) - 1;
            int bottom = small.format().planeHeight(plane) - 1;
            for (int y = 0; y < format.planeHeight(plane); y++) {
                for (int x = 0; x < format.planeWidth(plane); x++) {
                    int value = small.sample(FRAMES - 1, plane, Math.min(x / 2, right), Math.min(y / 2, bottom));
                    int expected = Math.round((float) value * format.layout().maxValue() / white);
                    assertThat(large.sample(FRAMES - 1, plane, x, y))
                            .as("plane %d, column %d, row %d", plane, x, y)
                            .isCloseTo(expected, within(tolerance));
                }
            }
        }
    }

    private static FilmRecipe film(String format) {
        return Gradients.film(format, depthOf(format), WIDTH, HEIGHT, FRAMES);
    }

    private static int depthOf(String format) {
        return format.equals("rgb24")
                ? Byte.SIZE
                : PixelFormats.layoutOf(format).orElseThrow().bitDepth();
    }
}
