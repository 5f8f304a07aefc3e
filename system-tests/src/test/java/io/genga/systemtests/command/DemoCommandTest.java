package io.genga.systemtests.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.samplefilm.SampleFilm;
import io.genga.samplefilm.still.Still;
import io.genga.systemtests.support.GengaCommand;
import io.genga.testsupport.film.FilmWitness;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code genga demo}, run once; and since the frames of its film know their drawings, how good the result is. */
class DemoCommandTest {

    private static final int WIDTH = 1024;
    private static final int HEIGHT = 576;

    @TempDir
    private static Path folder;

    private static GengaCommand.Result result;
    private static Path film;
    private static Path remastered;
    private static Path picture;
    private static Path report;
    private static Path inspection;

    @BeforeAll
    static void runDemo() {
        result = GengaCommand.run(folder, "demo", "--data-dir", folder.resolve("data"));
        Path demo = folder.resolve("genga-demo");
        film = demo.resolve("sample-film.mkv");
        remastered = demo.resolve("remastered.mkv");
        picture = demo.resolve("before-after.png");
        report = demo.resolve("report.json");
        inspection = demo.resolve("inspection.html");
    }

    @Test
    void it_ends_well_and_tells_what_it_has_made() throws IOException {
        assertThat(result.exitCode()).as(result.output() + result.errors()).isZero();
        assertThat(result.errors()).isEmpty();
        try (Stream<Path> files = Files.list(film.getParent())) {
            assertThat(files)
                    .containsExactlyInAnyOrder(
                            film,
                            remastered,
                            picture,
                            inspection,
                            report.resolveSibling("report.verification.html"),
                            report);
        }
        assertThat(result.output())
                .contains("genga-demo/sample-film.mkv", "genga-demo/remastered.mkv", "genga-demo/before-after.png");
    }

    @Test
    void the_result_is_the_whole_film() throws IOException {
        assertThat(FilmWitness.frames(remastered)).hasSize(SampleFilm.FRAMES);
        assertThat(FilmWitness.packets(remastered, "a:0")).isEqualTo(FilmWitness.packets(film, "a:0"));
        assertThat(FilmWitness.packets(remastered, "s:0")).isEqualTo(FilmWitness.packets(film, "s:0"));
        assertThat(new ObjectMapper().readTree(report.toFile()).get("frames").asInt())
                .isEqualTo(SampleFilm.FRAMES);
    }

    /** The decisions are those of the workers, the self-check's choices too, since the promise holds with much to spare. */
    @Test
    void its_inspection_foretells_what_was_computed() throws IOException {
        Path foretold = folder.resolve("foretold.json");
        GengaCommand.Result run =
                GengaCommand.run(folder, "inspect", film, "--page", folder.resolve("again.html"), "--report", foretold);

        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(folder.resolve("again.html")).hasSameTextualContentAs(inspection);
        ObjectMapper json = new ObjectMapper();
        double computed = json.readTree(report.toFile())
                .get("reuse")
                .get("inferencePixelShare")
                .asDouble();
        assertThat(json.readTree(foretold.toFile())
                        .get("inferencePixelShares")
                        .get("faithful")
                        .asDouble())
                .isEqualTo(computed);
    }

    @Test
    void the_picture_shows_both_sides() throws IOException {
        BufferedImage sides = ImageIO.read(picture.toFile());

        assertThat(sides.getWidth()).isEqualTo(1156);
        assertThat(sides.getHeight()).isEqualTo(756);
    }

    /** At the beginning, around the cut, in the pan, in the dissolve, at the end. */
    @ParameterizedTest
    @ValueSource(ints = {0, 65, 66, 86, 126, 167})
    void its_frames_are_nearer_to_the_drawings_than_a_bicubic_enlargement(int number) throws IOException {
        BufferedImage drawing = SampleFilm.draw(number, WIDTH, HEIGHT);
        Rectangle everything = new Rectangle(WIDTH, HEIGHT);

        double enlarged = Likeness.decibels(enlarged(Still.of(film, number)), drawing, everything);
        double upscaled = Likeness.decibels(Still.of(remastered, number), drawing, everything);

        assertThat(upscaled).isGreaterThan(enlarged + 1.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65, 66, 86, 126, 167})
    void its_frames_bear_the_numbers_of_their_places(int number) throws IOException {
        BufferedImage still = Still.of(remastered, number);
        Rectangle area = SampleFilm.numberArea(WIDTH, HEIGHT);

        double right = Likeness.decibels(still, SampleFilm.draw(number, WIDTH, HEIGHT), area);
        double wrong = Likeness.decibels(still, SampleFilm.draw(number - 1, WIDTH, HEIGHT), area);

        assertThat(right).isGreaterThan(wrong + 3);
    }

    private static BufferedImage enlarged(BufferedImage still) {
        BufferedImage enlarged = new BufferedImage(WIDTH, HEIGHT, still.getType());
        Graphics2D graphics = enlarged.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(still, 0, 0, WIDTH, HEIGHT, null);
        return enlarged;
    }
}
