package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.X265Settings;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.RawPictures;
import io.genga.media.fixture.Remastering;
import io.genga.testsupport.film.FilmRecipe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the shades between two steps of 8 bits. */
class BitDepthTest {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 16;
    private static final int FRAMES = 4;
    private static final int BLACK = 64;

    @TempDir
    Path folder;

    @Test
    void a_gradient_of_ten_bits_keeps_its_shades() {
        RawPictures film = remastered(new Ffv1Settings(), null, "yuv420p10le");

        assertThat(shades(film)).isEqualTo(WIDTH);
        assertThat(shades(remastered(new X265Settings(4, "medium"), null, "yuv420p10le")))
                .isGreaterThan(600);
    }

    @Test
    void fewer_bits_are_dithered() {
        RawPictures film = remastered(new Ffv1Settings(), 8, "yuv420p");

        for (int x = 16; x < WIDTH; x += 50) {
            assertThat(meanAround(film, x)).isCloseTo((BLACK + x) / 4.0, within(0.2));
        }
        assertThat(IntStream.range(0, 8).map(y -> film.sample(0, 0, 2 * 101, y)).distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void eight_bits_become_ten_where_that_is_asked_for() {
        Path source = gradient("yuv420p", "16+X/4").make();
        Remastering work = Remastering.plan(
                source, new Ffv1Settings(), 10, OutputContainer.MATROSKA, Duration.ofSeconds(1), folder);

        RawPictures film = RawPictures.of(work.film(), "yuv420p10le", 2 * WIDTH, 2 * HEIGHT, folder);

        assertThat(film.sample(0, 0, 400, 5)).isEqualTo(4 * (16 + 50));
    }

    private RawPictures remastered(EncoderSettings encoder, Integer bitDepth, String pixelFormat) {
        Path source = gradient("yuv420p10le", BLACK + "+X").make();
        Remastering work =
                Remastering.plan(source, encoder, bitDepth, OutputContainer.MATROSKA, Duration.ofSeconds(1), folder);
        Path film = work.film();
        Examination.passed(work.plan(), source, film);
        assertThat(work.plan().target().pixelFormat()).isEqualTo(pixelFormat);
        return RawPictures.of(film, pixelFormat, 2 * WIDTH, 2 * HEIGHT, folder);
    }

    private static long shades(RawPictures film) {
        return IntStream.range(0, 2 * WIDTH)
                .map(x -> film.sample(FRAMES - 1, 0, x, HEIGHT))
                .distinct()
                .count();
    }

    /** Of 8 by 8 pixels, whose middle shows column {@code x} of the source. */
    private static double meanAround(RawPictures film, int x) {
        return IntStream.range(2 * x - 3, 2 * x + 5)
                .flatMap(column -> IntStream.range(8, 16).map(y -> film.sample(0, 0, column, y)))
                .average()
                .orElseThrow();
    }

    private static FilmRecipe gradient(String pixelFormat, String luma) {
        String graph = "format=" + pixelFormat + ",geq=lum='" + luma + "':cb='" + neutral(pixelFormat) + "':cr='"
                + neutral(pixelFormat) + "'";
        return new FilmRecipe(
                List.of("-f", "lavfi", "-i", "color=size=" + WIDTH + "x" + HEIGHT + ":rate=24"),
                24,
                FRAMES,
                graph,
                List.of("-c:v", "ffv1", "-level", "3", "-pix_fmt", pixelFormat),
                List.of(),
                List.of(),
                "mkv");
    }

    private static int neutral(String pixelFormat) {
        return pixelFormat.equals("yuv420p") ? 128 : 512;
    }
}
