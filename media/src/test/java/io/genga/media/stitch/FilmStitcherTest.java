package io.genga.media.stitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.X264Settings;
import io.genga.frames.FramePool;
import io.genga.media.fixture.DrawnChunk;
import io.genga.media.fixture.PlanBuilder;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilmStitcherTest {

    private static final StitchProgress SILENT = frames -> {};

    @TempDir
    Path folder;

    private final Plan plan = plan(OutputContainer.MATROSKA);
    private Path source;
    private Path film;

    @BeforeEach
    void makeSource() {
        source = FilmRecipe.testPicture(64, 48, 24, 24)
                .in("mkv")
                .with(new Companion.Sound(440), new Companion.Chapters())
                .make();
        film = folder.resolve("film.mkv");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBM")
    void two_stitchers_write_equal_bytes(OutputContainer container) {
        List<Path> results = results(plan);
        Path again = folder.resolve("again");

        FilmStitcher.stitch(plan(container), results, source, film, SILENT);
        FilmStitcher.stitch(plan(container), results, source, again, SILENT);

        assertThat(film).hasSameBinaryContentAs(again);
    }

    @Test
    void progress_is_told_frame_by_frame() {
        List<Long> told = new ArrayList<>();

        FilmStitcher.stitch(plan, results(plan), source, film, told::add);

        assertThat(told).hasSize(30).isSorted().endsWith(30L);
    }

    @Test
    void results_in_the_wrong_order_are_refused() {
        List<Path> results = results(plan);
        Collections.swap(results, 1, 2);

        refused(results, "chunk 1", "time stamp");
    }

    @Test
    void a_result_that_lacks_a_frame_is_refused() {
        List<Path> results = results(plan);
        Plan shorter = plan(chunk(0, 10), chunk(10, 9), chunk(20, 10));
        DrawnChunk.encode(shorter, 1, new FramePool(), results.get(1));

        refused(results, "chunk 1", "number of frames: expected 10, found 9");
    }

    @Test
    void a_result_of_another_encoder_is_refused() {
        List<Path> results = results(plan);
        Plan other = new PlanBuilder()
                .encoder(new X264Settings(30, "medium"))
                .chunks(chunk(0, 10), chunk(10, 10), chunk(20, 10))
                .build();
        DrawnChunk.encode(other, 2, new FramePool(), results.get(2));

        refused(results, "chunk 2", "parameter sets");
    }

    @Test
    void what_was_begun_is_deleted_when_the_work_is_stopped() {
        List<Path> results = results(plan);
        StitchProgress stopping = frames -> {
            throw new IllegalStateException("cancelled");
        };

        assertThatThrownBy(() -> FilmStitcher.stitch(plan, results, source, film, stopping))
                .hasMessage("cancelled");
        assertThat(film).doesNotExist();
    }

    private void refused(List<Path> results, String... messages) {
        assertThatThrownBy(() -> FilmStitcher.stitch(plan, results, source, film, SILENT))
                .isInstanceOf(ResultMismatchException.class)
                .hasMessageContainingAll(messages);
        assertThat(Files.exists(film)).isFalse();
    }

    private List<Path> results(Plan of) {
        List<Path> results = new ArrayList<>();
        for (int i = 0; i < of.chunks().size(); i++) {
            Path result = folder.resolve("result-" + i + ".nut");
            DrawnChunk.encode(of, i, new FramePool(), result);
            results.add(result);
        }
        return results;
    }

    private static Plan plan(OutputContainer container) {
        return new PlanBuilder()
                .container(container)
                .chunks(chunk(0, 10), chunk(10, 10), chunk(20, 10))
                .build();
    }

    private static Plan plan(long[]... chunks) {
        return new PlanBuilder().chunks(chunks).build();
    }

    private static long[] chunk(int firstFrame, int frames) {
        return PlanBuilder.steady(firstFrame * 800L, 800, frames);
    }
}
