package io.genga.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.samplefilm.SampleFilm;
import io.genga.samplefilm.recording.FilmWriter;
import io.genga.standalone.exit.ExitCode;
import io.genga.testsupport.film.DamagedFile;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.GroupOfPictures;
import io.genga.testsupport.network.RememberingNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InspectCommandTest {

    private static final int FRAMES = 72;
    private static final FilmRecipe FILM =
            FilmRecipe.testPicture(160, 120, 24, FRAMES).in("mkv");

    @TempDir
    Path folder;

    @Test
    void the_sample_films_cut_is_found_and_its_held_drawings_are_not_computed_again() throws IOException {
        Path film = folder.resolve("<film>.mkv");
        FilmWriter.write(film);

        JsonNode found = inspect(film);

        assertThat(found.get("frames").asInt()).isEqualTo(SampleFilm.FRAMES);
        assertThat(found.get("frameShares")).hasSize(SampleFilm.FRAMES);
        assertThat(found.get("cuts")).hasToString("[66]");
        assertThat(found.get("nativeHeight").isNull()).isTrue();
        JsonNode shares = found.get("inferencePixelShares");
        assertThat(shares.get("exact").asDouble()).isEqualTo(1);
        assertThat(shares.get("faithful").asDouble())
                .isBetween(shares.get("fast").asDouble(), 0.5);
        assertThat(Files.readString(page()))
                .contains("<svg", "data:image/jpeg;base64,", "&lt;film&gt;.mkv")
                .doesNotContain("<film>", "http:", "https:", "url(", "@import", "<script", "<link");
    }

    @Test
    void the_height_from_which_a_film_was_enlarged_is_advised() throws IOException {
        Path small = folder.resolve("small.mkv");
        FilmWriter.write(small);
        Path enlarged = FilmRecipe.picturesOf(small, SampleFilm.FRAMES_PER_SECOND, SampleFilm.FRAMES)
                .filtered("scale=640:360:flags=bicubic")
                .encoded("-crf", "6")
                .make();

        JsonNode found = inspect(enlarged);

        assertThat(found.get("nativeHeight").asInt()).isEqualTo(FilmWriter.HEIGHT);
        assertThat(found.get("nativeHeightConfidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(Files.readString(page())).contains("--native-height 288", "class=\"heights\"");
        assertThat(run(enlarged, "--page", page()).output()).contains("--native-height 288");
    }

    /** Some of these end one chunk only after the next one was cut. */
    @ParameterizedTest
    @EnumSource(GroupOfPictures.class)
    void every_frame_is_seen_once_and_in_order(GroupOfPictures groups) throws IOException {
        JsonNode found = inspect(FILM.grouped(groups).make());

        assertThat(found.get("frames").asInt()).isEqualTo(FRAMES);
        assertThat(found.get("seconds").asDouble()).isBetween((FRAMES - 1.1) / 24, (FRAMES - 0.9) / 24);
    }

    @Test
    void pictures_held_on_threes_are_counted_once() throws IOException {
        Path held = FILM.filtered("fps=8,fps=24").encoded("-crf", "18").make();

        assertThat(inspect(held).get("drawings").asInt()).isEqualTo(FRAMES / 3);
    }

    @Test
    void samples_of_ten_bits_are_compared_alike() throws IOException {
        JsonNode deep = inspect(FILM.filtered("fps=8,fps=24")
                .encoded("-crf", "18", "-pix_fmt", "yuv420p10le")
                .make());

        assertThat(deep.get("drawings").asInt()).isEqualTo(FRAMES / 3);
        assertThat(deep.get("inferencePixelShares").get("faithful").asDouble()).isLessThan(0.6);
    }

    @Test
    void the_end_of_it_says_what_it_means() {
        GengaRun run = run(FILM.make(), "--page", page());

        assertThat(run.exitCode()).as(run.errors().toString()).isZero();
        assertThat(run.output()).contains(FRAMES + " frames show " + FRAMES + " drawings", "The page: " + page());
        assertThat(run.errors().get(0)).startsWith("inspecting  1/" + FRAMES + " frames");
    }

    @Test
    void what_is_no_film_is_refused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mkv"), "no film");

        assertRefused(run(text, "--page", page()), ExitCode.INPUT_REFUSED, "text.mkv", "text file");
    }

    @Test
    void a_film_that_breaks_off_is_refused_and_leaves_no_page() {
        Path damaged = DamagedFile.truncated(FILM.in("mp4").make(), 0.5, folder.resolve("damaged.mp4"));

        assertRefused(run(damaged, "--page", page()), ExitCode.INPUT_REFUSED, "damaged.mp4");
        assertThat(page()).doesNotExist();
    }

    @Test
    void without_reuse_there_is_nothing_to_inspect() {
        assertRefused(run(FILM.make(), "--reuse", "off"), ExitCode.WRONG_USAGE, "--reuse off", "faithful");
    }

    @Test
    void of_a_network_that_remembers_there_is_nothing_to_inspect() throws IOException {
        Path onnx = Files.write(folder.resolve("remembering-x2.onnx"), RememberingNetwork.onnx());
        Files.writeString(folder.resolve("remembering-x2.yaml"), RememberingNetwork.manifest(4));

        assertRefused(
                run(FILM.make(), "--model", onnx),
                ExitCode.WRONG_USAGE,
                "remembering-x2 sees several frames, so every frame is computed");
    }

    @Test
    void a_folder_that_is_missing_is_named() {
        GengaRun run = run(FILM.make(), "--page", folder.resolve("gone/page.html"));

        assertRefused(run, ExitCode.OUTPUT_UNWRITABLE, "gone", "page");
    }

    @Test
    void the_film_is_not_replaced_by_its_page() {
        Path film = FILM.make();

        assertRefused(run(film, "--page", film), ExitCode.WRONG_USAGE, "the same file");
    }

    private static void assertRefused(GengaRun run, ExitCode code, String... parts) {
        assertThat(run.exitCode()).isEqualTo(code.code());
        assertThat(run.errors()).singleElement().asString().contains(parts);
    }

    private JsonNode inspect(Path film) throws IOException {
        Path report = folder.resolve("report.json");
        GengaRun run = run(film, "--page", page(), "--report", report);
        assertThat(run.exitCode()).as(run.errors().toString()).isZero();
        return new ObjectMapper().readTree(report.toFile());
    }

    private GengaRun run(Path film, Object... options) {
        Object[] arguments = new Object[options.length + 2];
        arguments[0] = "inspect";
        arguments[1] = film;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return GengaRun.of(arguments);
    }

    private Path page() {
        return folder.resolve("page.html");
    }
}
