package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genga.contracts.plan.FieldOrder;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedIntermediate;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.X264Settings;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.FieldCodedFilm;
import io.genga.media.fixture.Remastering;
import io.genga.media.probe.RefusedMediaException;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.FrameHash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H.264 whose fields are coded one by one: two packets are one picture. */
class FieldCodedFilmTest {

    private static final X264Settings FAST = new X264Settings(23, "veryfast");

    @TempDir
    Path folder;

    private Remastering plan(Path film) {
        return Remastering.plan(film, FAST, OutputContainer.MATROSKA, Duration.ofMillis(500), folder);
    }

    @ParameterizedTest
    @CsvSource({"mpegts, ts", "matroska, mkv", "mp4, mp4"})
    void an_interlaced_film_is_refused_or_deinterlaced_with_a_frame_for_each_pair(String muxer, String extension) {
        Path film = FieldCodedFilm.ofSinglePackets(true).write(muxer, folder.resolve("film." + extension));

        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> plan(film))
                .withMessageContaining("is interlaced (top field first): let it be deinterlaced");
        Remastering work = Remastering.deinterlacing(film, FAST, OutputContainer.MATROSKA, folder);
        assertThat(work.plan().source().intermediate())
                .isEqualTo(new PlannedIntermediate("ffv1", FieldOrder.TOP_FIRST, null));
        assertWhole(film, work);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mpegts", "matroska"})
    void a_progressive_film_is_decoded_once(String muxer) {
        String name = muxer.equals("mpegts") ? "film.ts" : "film.mkv";
        Path film = FieldCodedFilm.ofSinglePackets(false).write(muxer, folder.resolve(name));

        Remastering work = plan(film);

        assertThat(work.plan().source().intermediate()).isEqualTo(new PlannedIntermediate("ffv1", null, null));
        assertThat(work.plan().source().notes())
                .anyMatch(note -> note.startsWith("The two fields of its pictures are coded one by one"));
        assertWhole(film, work);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void where_both_fields_are_one_packet_a_packet_is_a_picture(boolean interlaced) {
        Path film = FieldCodedFilm.ofPairs(interlaced).write("matroska", folder.resolve("film.mkv"));

        Remastering work =
                interlaced ? Remastering.deinterlacing(film, FAST, OutputContainer.MATROSKA, folder) : plan(film);

        assertThat(work.plan().source().optionalIntermediate().isPresent()).isEqualTo(interlaced);
        assertWhole(film, work);
    }

    private void assertWhole(Path film, Remastering work) {
        Plan plan = work.plan();
        Path result = work.film();

        assertThat(plan.frameCount()).isEqualTo(FieldCodedFilm.PICTURES);
        assertThat(plan.chunks()).hasSizeGreaterThan(1);
        assertThat(Examination.passed(plan, film, result).frames()).isEqualTo(FieldCodedFilm.PICTURES);
        assertThat(FilmWitness.frames(result)).extracting(FrameHash::pts).isEqualTo(everyFortyMilliseconds());
    }

    private static List<Long> everyFortyMilliseconds() {
        return LongStream.range(0, FieldCodedFilm.PICTURES)
                .mapToObj(picture -> picture * 40)
                .toList();
    }
}
