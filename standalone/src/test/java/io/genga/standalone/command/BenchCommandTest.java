package io.genga.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.standalone.exit.ExitCode;
import io.genga.testsupport.film.DamagedFile;
import io.genga.testsupport.film.FilmRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

    private static final int FRAMES = 12;
    private static final FilmRecipe HELD_ON_THREES = FilmRecipe.testPicture(160, 120, 24, FRAMES)
            .in("mkv")
            .filtered("fps=8,fps=24")
            .encoded("-crf", "18");

    @TempDir
    Path folder;

    @Test
    void every_setting_is_measured_and_compared_with_off() throws IOException {
        JsonNode found = bench(HELD_ON_THREES.make(), "--runs", 2);

        assertThat(found.get("frames").asInt()).isEqualTo(FRAMES);
        assertThat(found.get("runs").asInt()).isEqualTo(2);
        JsonNode off = setting(found, "off");
        assertThat(off.get("inferencePixelShare").asDouble()).isEqualTo(1);
        assertThat(off.get("processorOfOff").get("median").asDouble()).isEqualTo(1);
        assertThat(setting(found, "exact").has("psnr")).isFalse();
        assertThat(setting(found, "faithful").get("inferencePixelShare").asDouble())
                .isLessThan(0.6);
        assertThat(setting(found, "faithful").get("psnr").asDouble()).isGreaterThan(48);
        assertThat(setting(found, "fast").get("psnr").asDouble()).isGreaterThan(44);
        for (JsonNode setting : found.get("settings")) {
            assertThat(setting.get("millisecondsPerFrame").get("least").asDouble())
                    .isPositive();
            assertThat(setting.get("networkShareOfProcessor").get("median").asDouble())
                    .isPositive();
            assertThat(setting.get("brokenChunks").asInt()).isZero();
        }
    }

    @Test
    void the_table_has_a_line_for_every_setting() {
        GengaRun run = run(HELD_ON_THREES.make(), "--frames", 2, "--runs", 1);

        assertThat(run.exitCode()).as(run.errors().toString()).isZero();
        assertThat(run.output().lines().map(line -> line.split(" \\| ")[0]))
                .containsExactly("| reuse", "| ---", "| off", "| exact", "| faithful", "| fast");
        assertThat(run.errors().get(0)).startsWith("measuring  1/2 frames");
    }

    @Test
    void the_plot_is_a_picture_that_names_film_and_network() throws Exception {
        Path film = Files.copy(HELD_ON_THREES.make(), folder.resolve("a <film>.mkv"));
        Path plot = folder.resolve("plot.svg");

        assertThat(run(film, "--frames", 2, "--runs", 1, "--plot", plot).exitCode())
                .isZero();

        String text = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(plot.toFile())
                .getDocumentElement()
                .getTextContent();
        assertThat(text).contains("genga-cel-x2 on a <film>.mkv", "off", "exact", "faithful", "fast");
    }

    @Test
    void without_a_film_that_of_the_demo_is_taken() throws IOException {
        Path report = folder.resolve("report.json");

        GengaRun run = GengaRun.of("bench", "--frames", 1, "--runs", 1, "--report", report);

        assertThat(run.exitCode()).as(run.errors().toString()).isZero();
        assertThat(new ObjectMapper().readTree(report.toFile()).get("film").asText())
                .isEqualTo("sample-film.mkv");
    }

    @Test
    void what_is_damaged_is_refused() {
        Path damaged = DamagedFile.truncated(HELD_ON_THREES.in("mp4").make(), 0.5, folder.resolve("damaged.mp4"));

        assertRefused(run(damaged), ExitCode.INPUT_REFUSED, "damaged.mp4");
    }

    @Test
    void no_runs_are_wrong_usage() {
        GengaRun run = run(HELD_ON_THREES.make(), "--runs", 0);

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.code());
        assertThat(run.errors().get(0)).contains("--runs must be at least 1");
    }

    @Test
    void a_folder_that_is_missing_is_named() {
        assertRefused(
                run(HELD_ON_THREES.make(), "--plot", folder.resolve("gone/plot.svg")),
                ExitCode.OUTPUT_UNWRITABLE,
                "gone");
    }

    private static JsonNode setting(JsonNode report, String name) {
        return report.get("settings").get(name);
    }

    private static void assertRefused(GengaRun run, ExitCode code, String part) {
        assertThat(run.exitCode()).isEqualTo(code.code());
        assertThat(run.errors()).singleElement().asString().contains(part);
    }

    private JsonNode bench(Path film, Object... options) throws IOException {
        Path report = folder.resolve("report.json");
        GengaRun run = run(
                film,
                Stream.concat(Stream.of(options), Stream.of("--report", report)).toArray());
        assertThat(run.exitCode()).as(run.errors().toString()).isZero();
        return new ObjectMapper().readTree(report.toFile());
    }

    private static GengaRun run(Path film, Object... options) {
        return GengaRun.of(
                Stream.concat(Stream.of("bench", film), Stream.of(options)).toArray());
    }
}
