package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedIntermediate;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.X264Settings;
import io.genga.media.cut.ChunkCutter;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.InterlacedFilms;
import io.genga.media.fixture.Remastering;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.GroupOfPictures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Films whose chunks come out of the intermediate film, from the source to a verified result. */
class IntermediateFilmTest {

    private static final X264Settings FAST = new X264Settings(23, "veryfast");

    @TempDir
    Path folder;

    static Stream<FilmRecipe> interlaced() {
        return Stream.of(
                InterlacedFilms.topFirst().in("mkv"),
                InterlacedFilms.bottomFirst(),
                InterlacedFilms.unflagged().in("ts"),
                InterlacedFilms.mpeg2().muxed("-c:a", "mp2"),
                InterlacedFilms.telecined());
    }

    @ParameterizedTest
    @MethodSource("interlaced")
    void an_interlaced_film_comes_out_deinterlaced_with_all_its_pictures_and_its_sound(FilmRecipe recipe) {
        Path source = recipe.with(new Companion.Sound(440)).make();

        Remastering work = Remastering.deinterlacing(source, FAST, OutputContainer.MATROSKA, folder);

        assertThat(work.plan().chunks()).hasSizeGreaterThan(1);
        assertThat(work.plan().source().notes()).singleElement().asString().contains("was deinterlaced");
        assertThat(Examination.passed(work.plan(), source, work.film()))
                .isEqualTo(new VerifiedFilm(InterlacedFilms.FRAMES, 1, 0, 0));
    }

    /** Of half an hour; cutting it would give chunks of more than five minutes. */
    @Test
    @EnabledIfSystemProperty(named = "genga.tests", matches = "full")
    void a_film_with_one_key_frame_is_decoded_once_into_short_chunks() throws IOException {
        Path source = FilmRecipe.testPicture(64, 48, 24, 40_000)
                .grouped(GroupOfPictures.LONG)
                .make();

        Remastering work = Remastering.plan(source, FAST, OutputContainer.MATROSKA, Duration.ofSeconds(2), folder);
        Plan plan = work.plan();
        List<Integer> cut = new ArrayList<>();
        new ChunkCutter(folder)
                .cut(
                        source,
                        plan,
                        chunk -> chunk.index() == plan.chunks().size() - 1,
                        (chunk, file) -> cut.add(chunk.index()),
                        (done, total) -> {});

        assertThat(plan.source().intermediate()).isEqualTo(new PlannedIntermediate("ffv1", null, null));
        assertThat(plan.frameCount()).isEqualTo(40_000);
        assertThat(plan.chunks())
                .allSatisfy(chunk -> assertThat(chunk.frameCount()).isLessThanOrEqualTo(72));
        assertThat(cut).containsExactly(plan.chunks().size() - 1);
    }

    @Test
    void a_film_that_is_decoded_once_becomes_the_same_as_one_that_is_cut() {
        Path source = FilmRecipe.testPicture(160, 120, 24, 48)
                .grouped(GroupOfPictures.LONG)
                .with(new Companion.Sound(440))
                .make();
        Remastering cut =
                Remastering.plan(source, new Ffv1Settings(), OutputContainer.MATROSKA, Duration.ofMillis(500), folder);

        var expected = FilmWitness.frames(cut.film());
        Remastering work = cut.asIntermediate();
        Path film = work.film();

        assertThat(Examination.passed(work.plan(), source, film)).isEqualTo(new VerifiedFilm(48, 1, 0, 0));
        assertThat(FilmWitness.frames(film)).isEqualTo(expected);
    }
}
