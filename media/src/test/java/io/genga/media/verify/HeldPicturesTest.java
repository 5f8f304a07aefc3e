package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.HeldBitstream;
import io.genga.media.fixture.Remastering;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.ShownFilm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of MPEG-4 that were not coded since the one before is held: each comes out again, at its own time. */
class HeldPicturesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void every_picture_has_its_frame_whatever_the_chunks(int bPictures) {
        Path film = HeldBitstream.of(bPictures, folder.resolve("film.avi"));

        assertHeld(film, bPictures, 60_000);
        assertHeld(film, bPictures, 600);
        assertHeld(film, bPictures, 250);
    }

    @Test
    void places_of_packed_pictures_are_told_from_pictures_that_are_held() {
        Path film = HeldBitstream.packed(folder.resolve("film.avi"));

        assertHeld(film, 1, 60_000);
        assertHeld(film, 1, 600);
    }

    /** As VirtualDub wrote it: FFmpeg gives no packet for such a place, and the picture before it is shown for longer. */
    @Test
    void an_empty_place_is_no_picture_but_keeps_its_time() {
        Path film = FilmRecipe.numbered(96, 64, "24", 18)
                .filtered("select='not(eq(n,3)+eq(n,4)+eq(n,9))'")
                .encoded("-c:v", "mpeg4", "-g", "6", "-bf", "0", "-b:v", "1M")
                .in("avi")
                .make();
        Remastering work =
                Remastering.plan(film, new Ffv1Settings(), OutputContainer.MATROSKA, Duration.ofMillis(250), folder);
        Path result = work.film();

        ShownFilm shown = FilmWitness.shown(result, 0);
        assertThat(shown.numbers()).hasSize(18).doesNotContain(3, 4, 9).isSorted();
        assertThat(shown.pts())
                .isEqualTo(shown.numbers().stream()
                        .map(number -> Math.round(number * 1000 / 24.0))
                        .toList());
        assertThat(Examination.fault(work.plan(), film, result)).isEmpty();
    }

    /** @param delay of the first picture, in frames: one that others refer to is shown when the next such is decoded */
    private void assertHeld(Path film, int delay, int chunkMilliseconds) {
        Remastering work = Remastering.plan(
                film, new Ffv1Settings(), OutputContainer.MATROSKA, Duration.ofMillis(chunkMilliseconds), folder);
        Path result = work.film();

        ShownFilm shown = FilmWitness.shown(result, 0);
        assertThat(shown.numbers()).isEqualTo(HeldBitstream.shownNumbers());
        assertThat(shown.pts()).isEqualTo(milliseconds(delay));
        assertThat(Examination.fault(work.plan(), film, result)).isEmpty();
    }

    private static List<Long> milliseconds(int delay) {
        return LongStream.range(delay, delay + HeldBitstream.FRAMES)
                .mapToObj(frame -> Math.round(frame * 1000 / 24.0))
                .toList();
    }
}
