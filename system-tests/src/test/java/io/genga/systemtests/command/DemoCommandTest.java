package io.genga.systemtests.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.samplefilm.SampleFilm;
import io.genga.systemtests.support.GengaCommand;
import io.genga.testsupport.film.FilmWitness;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code genga demo}, as a newcomer runs it. */
class DemoCommandTest {

    @TempDir
    Path folder;

    @Test
    void it_shows_a_film_before_and_after() throws IOException {
        Path demo = folder.resolve("my demo");

        GengaCommand.Result result =
                GengaCommand.run(folder, "demo", demo, "--data-dir", folder.resolve("data"), "--workers", "2");

        assertThat(result.exitCode()).as(result.output() + result.errors()).isZero();
        assertThat(result.errors()).isEmpty();
        Path film = demo.resolve("sample-film.mkv");
        Path remastered = demo.resolve("remastered.mkv");
        Path picture = demo.resolve("before-after.png");
        Path report = demo.resolve("report.json");
        try (Stream<Path> files = Files.list(demo)) {
            assertThat(files).containsExactlyInAnyOrder(film, remastered, picture, report);
        }
        assertThat(result.output()).contains(film.toString(), remastered.toString(), picture.toString());
        assertThat(FilmWitness.frames(remastered)).hasSize(SampleFilm.FRAMES);
        assertThat(FilmWitness.packets(remastered, "a:0")).isEqualTo(FilmWitness.packets(film, "a:0"));
        assertThat(FilmWitness.packets(remastered, "s:0")).isEqualTo(FilmWitness.packets(film, "s:0"));
        assertThat(new ObjectMapper().readTree(report.toFile()).get("frames").asInt())
                .isEqualTo(SampleFilm.FRAMES);
        assertThat(size(picture)).isEqualTo(new Dimension(1156, 756));
    }

    private static Dimension size(Path picture) throws IOException {
        BufferedImage pixels = ImageIO.read(picture.toFile());
        return new Dimension(pixels.getWidth(), pixels.getHeight());
    }
}
