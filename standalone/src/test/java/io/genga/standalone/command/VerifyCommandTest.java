package io.genga.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.standalone.exit.ExitCode;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    private static final FilmRecipe FILM =
            FilmRecipe.testPicture(160, 120, 24, 24).in("mkv").with(new Companion.Sound(440), new Companion.Font());

    @TempDir
    Path folder;

    @Test
    void a_film_that_lost_nothing_passes() {
        GengaRun run =
                GengaRun.of("verify", FILM.make(), FILM.encoded("-crf", "20").make());

        assertThat(run.exitCode()).as(run.output()).isEqualTo(ExitCode.DONE.code());
        assertThat(run.output()).contains("ok     order").endsWith("No fault was found." + System.lineSeparator());
    }

    @Test
    void a_lost_font_is_named_on_the_screen_and_in_the_report() throws IOException {
        Path report = folder.resolve("report.json");
        Path withoutFont = FilmRecipe.testPicture(160, 120, 24, 24)
                .in("mkv")
                .with(new Companion.Sound(440))
                .make();

        GengaRun run = GengaRun.of("verify", FILM.make(), withoutFont, "--report", report);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAULT_FOUND.code());
        assertThat(run.output()).contains("FAULT  attached files").contains("There are faults.");
        JsonNode json = new ObjectMapper().readTree(report.toFile());
        assertThat(json.get("checks").findValuesAsText("name")).contains("order", "colours", "attached files");
        assertThat(json.get("frames").asInt()).isEqualTo(24);
        assertThat(json.get("passed").asBoolean()).isFalse();
    }

    @Test
    void a_page_says_it_to_people() throws IOException {
        Path page = folder.resolve("report.html");

        GengaRun run = GengaRun.of("verify", FILM.make(), FILM.make(), "--page", page);

        assertThat(run.exitCode()).as(run.output()).isEqualTo(ExitCode.DONE.code());
        assertThat(run.output()).contains("ΔE (CIEDE2000) of 0.00 on the mean");
        assertThat(Files.readString(page))
                .startsWith("<!doctype html>")
                .contains("No fault was found", "Around frame 12");
    }

    @Test
    void what_is_no_film_is_refused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mkv"), "no film");

        GengaRun run = GengaRun.of("verify", FILM.make(), text);

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED.code());
        assertThat(run.errors()).singleElement().asString().contains("text.mkv", "no readable film");
    }

    @Test
    void a_file_that_is_missing_is_refused() {
        GengaRun run = GengaRun.of("verify", folder.resolve("gone.mkv"), FILM.make());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED.code());
        assertThat(run.errors()).singleElement().asString().contains("gone.mkv");
    }
}
