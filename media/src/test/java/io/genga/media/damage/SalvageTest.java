package io.genga.media.damage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genga.contracts.request.AllowedLoss;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.SourceSelection;
import io.genga.contracts.request.X264Settings;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.Remastering;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.verify.VerifiedFilm;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.DamagedFile;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.GroupOfPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of damaged films, from the source to a verified result. */
class SalvageTest {

    private static final int FRAMES = 96;
    private static final FilmRecipe FILM = FilmRecipe.testPicture(160, 120, 24, FRAMES)
            .grouped(GroupOfPictures.CLOSED)
            .with(new Companion.Sound(440));

    @TempDir
    Path folder;

    private Remastering plan(Path film, SourceSelection selection) {
        return plan(film, OutputContainer.MATROSKA, selection);
    }

    private Remastering plan(Path film, OutputContainer container, SourceSelection selection) {
        return Remastering.plan(
                film, new X264Settings(30, "ultrafast"), null, container, selection, Duration.ofSeconds(1), folder);
    }

    private Remastering salvage(Path film) {
        return plan(film, new SourceSelection(null, Set.of(), null, true));
    }

    private static String note(Remastering work) {
        return work.plan().source().notes().get(0);
    }

    @Test
    void a_whole_film_comes_out_whole() {
        Path film = FILM.make();

        Remastering work = salvage(film);

        assertThat(note(work)).contains(FRAMES + " of its pictures are whole, and none was found damaged");
        assertThat(Examination.passed(work.plan(), film, work.film())).isEqualTo(new VerifiedFilm(FRAMES, 1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkv", "ts", "mp4"})
    void of_a_film_that_was_cut_short_all_that_is_there_is_kept(String extension) throws IOException {
        FilmRecipe recipe = extension.equals("mp4") ? FILM.muxed("-movflags", "+faststart") : FILM.in(extension);
        Path film = DamagedFile.truncated(recipe.make(), 0.5, folder.resolve("half." + extension));

        Remastering work = salvage(film);
        VerifiedFilm verified = Examination.passed(work.plan(), film, work.film());

        assertThat(verified.frames()).isBetween(FRAMES / 3L, 2L * FRAMES / 3);
        assertThat(FilmWitness.packets(folder.resolve("film.mkv"), "a:0")).hasSizeGreaterThan(50);
        if (!extension.equals("ts")) { // which does not say how long it is
            assertThat(note(work)).containsPattern("missing from \\d\\.\\d s to the end, at 4\\.0 s");
            assertThatExceptionOfType(RefusedMediaException.class)
                    .isThrownBy(() -> plan(film, SourceSelection.EVERYTHING))
                    .withMessageContaining("truncated");
        }
    }

    @Test
    void what_is_damaged_amid_a_film_is_left_out_and_reported() throws IOException {
        Path whole = FILM.encoded("-c:v", "mpeg2video", "-g", "12").in("mkv").make();
        byte[] bytes = Files.readAllBytes(whole);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 3000; i++) {
            bytes[i] ^= 0x55;
        }
        Path film = Files.write(folder.resolve("damaged.mkv"), bytes);

        Remastering work = salvage(film);
        VerifiedFilm verified = Examination.passed(work.plan(), film, work.film());

        assertThat(verified.frames()).isBetween(FRAMES - 30L, FRAMES - 1L);
        assertThat(note(work)).containsAnyOf("are damaged and left out, at ", "pictures are missing from");
    }

    /** Both read the source as damaged: who converts the texts, and who compares them with it. */
    @Test
    void texts_that_are_converted_are_salvaged_with_the_rest() throws IOException {
        String texts = IntStream.range(0, 8)
                .mapToObj(i -> "%d\n00:00:0%d,%d00 --> 00:00:0%d,%d00\ntext %d\n"
                        .formatted(i + 1, i / 2, i % 2 * 5, i / 2, i % 2 * 5 + 4, i))
                .collect(Collectors.joining("\n"));
        Path whole = FILM.with(new Companion.SubtitleFile(texts, "srt", "srt", "jpn"))
                .in("mkv")
                .make();
        byte[] bytes = Files.readAllBytes(whole);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 3000; i++) {
            bytes[i] ^= 0x55;
        }
        byte[] damaged = Arrays.copyOf(bytes, bytes.length * 9 / 10);
        Path film = Files.write(folder.resolve("damaged.mkv"), damaged);

        SourceSelection salvage = new SourceSelection(null, Set.of(AllowedLoss.SUBTITLE_FORMAT), null, true);
        Remastering work = plan(film, OutputContainer.MP4, salvage);
        Path result = work.film();

        assertThat(work.plan().source().conversions()).hasSize(1);
        assertThat(note(work)).contains("missing from");
        assertThat(Examination.passed(work.plan(), film, result).copiedStreams())
                .isEqualTo(2);
        assertThat(FilmWitness.subtitles(result)).contains("text 0", "text 1").doesNotContain("text 7");
    }

    @Test
    void a_film_without_its_index_cannot_be_salvaged() throws IOException {
        Path film = DamagedFile.truncated(FILM.make(), 0.5, folder.resolve("a.mp4"));

        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> salvage(film))
                .withMessageContaining("has lost the index of its packets (moov)");
    }

    @Test
    void salvaging_twice_gives_the_same_pictures() throws IOException {
        byte[] bytes = Damage.flippedBits(Files.readAllBytes(FILM.in("mkv").make()), 40, new Random(3));
        Path film = Files.write(folder.resolve("flipped.mkv"), bytes);

        Remastering first = salvage(film);
        var expected = FilmWitness.frames(first.film());
        Remastering second = salvage(film);

        assertThat(second.plan()).isEqualTo(first.plan());
        assertThat(FilmWitness.frames(second.film())).isEqualTo(expected);
    }
}
