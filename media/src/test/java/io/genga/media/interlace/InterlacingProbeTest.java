package io.genga.media.interlace;

import static io.genga.contracts.plan.FieldOrder.BOTTOM_FIRST;
import static io.genga.contracts.plan.FieldOrder.TOP_FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.genga.contracts.plan.FieldOrder;
import io.genga.contracts.request.InterlacedHandling;
import io.genga.media.fixture.InterlacedFilms;
import io.genga.media.interlace.Interlacing.Kind;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceProbe;
import io.genga.testsupport.film.DemoClip;
import io.genga.testsupport.film.FilmRecipe;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterlacingProbeTest {

    private static Interlacing examine(Path film) {
        return InterlacingProbe.examine(film, SourceProbe.probe(film, "film"));
    }

    static Stream<Arguments> films() {
        FilmRecipe progressive = FilmRecipe.testPicture(320, 240, 24, 96);
        FilmRecipe deep = InterlacedFilms.unflagged().encoded("-pix_fmt", "yuv422p10le");
        FilmRecipe other = InterlacedFilms.telecined().filtered("telecine=pattern=23:first_field=bottom");
        return Stream.of(
                arguments(InterlacedFilms.topFirst(), Kind.INTERLACED, TOP_FIRST, true),
                arguments(InterlacedFilms.bottomFirst(), Kind.INTERLACED, BOTTOM_FIRST, true),
                arguments(InterlacedFilms.unflagged(), Kind.INTERLACED, TOP_FIRST, false),
                arguments(InterlacedFilms.mpeg2(), Kind.INTERLACED, TOP_FIRST, true),
                arguments(deep, Kind.INTERLACED, TOP_FIRST, false),
                arguments(InterlacedFilms.telecined(), Kind.TELECINED, TOP_FIRST, false),
                arguments(other, Kind.TELECINED, BOTTOM_FIRST, false),
                arguments(InterlacedFilms.wronglyFlagged(), Kind.PROGRESSIVE, null, true),
                arguments(progressive, Kind.PROGRESSIVE, null, false),
                arguments(progressive.filtered("noise=alls=12:allf=t"), Kind.PROGRESSIVE, null, false),
                arguments(progressive.in("ts"), Kind.PROGRESSIVE, null, false));
    }

    @ParameterizedTest
    @MethodSource("films")
    void tells_how_pictures_are_made_of_fields(FilmRecipe film, Kind kind, FieldOrder order, boolean flagged) {
        assertThat(examine(film.make())).isEqualTo(new Interlacing(kind, order, flagged));
    }

    @Test
    void a_still_picture_is_believed_what_it_says() {
        FilmRecipe still = FilmRecipe.testPicture(320, 240, 24, 48).filtered("loop=loop=-1:size=1,setpts=N/24/TB");

        assertThat(examine(still.make()).kind()).isEqualTo(Kind.PROGRESSIVE);
        assertThat(examine(still.encoded("-x264-params", "bff=1").make()))
                .isEqualTo(new Interlacing(Kind.INTERLACED, BOTTOM_FIRST, true));
    }

    /** One line a picture: what is woven of two pictures has fewer combs than either. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void rolling_titles_are_no_combs(int linesOfPicture) {
        FilmRecipe titles = new FilmRecipe(
                FilmRecipe.testPicture(320, 240, 24, 96).source(),
                24,
                96,
                "loop=loop=-1:size=1,scroll=v=" + linesOfPicture / 240.0 + ",setpts=N/24/TB",
                FilmRecipe.testPicture(320, 240, 24, 96).encoding(),
                List.of(),
                List.of(),
                "mp4");

        assertThat(examine(titles.make())).isEqualTo(new Interlacing(Kind.PROGRESSIVE, null, false));
    }

    @Test
    @EnabledIf("io.genga.media.verify.RemasteredFilmTest#demoClipIsThere")
    void the_demo_clip_is_progressive_and_its_telecine_is_not() {
        Path clip = DemoClip.path().orElseThrow();
        FilmRecipe telecined = FilmRecipe.picturesOf(clip, 24, 181).filtered("telecine=pattern=23");

        assertThat(examine(clip)).isEqualTo(new Interlacing(Kind.PROGRESSIVE, null, false));
        assertThat(examine(telecined.make())).isEqualTo(new Interlacing(Kind.TELECINED, TOP_FIRST, false));
    }

    @ParameterizedTest
    @EnumSource(InterlacedHandling.class)
    void hevc_of_single_fields_is_refused_however_it_is_to_be_handled(InterlacedHandling handling) {
        FilmRecipe fields = FilmRecipe.testPicture(320, 240, 50, 96)
                .filtered("separatefields")
                .encoded("-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "interlace=tff:log-level=0")
                .in("mkv");

        Interlacing found = examine(fields.make());

        assertThat(found.kind()).isEqualTo(Kind.SINGLE_FIELDS);
        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> found.check(handling, "film.mkv"))
                .withMessage("'film.mkv' is coded as single fields, each with every other line of a picture: weave them"
                        + " into pictures first, with FFmpeg's filter weave");
    }

    @Test
    void what_is_not_progressive_is_refused_with_what_helps() {
        Interlacing interlaced = new Interlacing(Kind.INTERLACED, TOP_FIRST, true);
        Interlacing telecined = new Interlacing(Kind.TELECINED, BOTTOM_FIRST, false);
        Interlacing wronglyFlagged = new Interlacing(Kind.PROGRESSIVE, null, true);

        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> interlaced.check(InterlacedHandling.REFUSE, "film.mkv"))
                .withMessage("'film.mkv' is interlaced (top field first): let it be deinterlaced, with "
                        + "--interlaced deinterlace or 'interlaced' in REST");
        assertThatExceptionOfType(RefusedMediaException.class)
                .isThrownBy(() -> telecined.check(InterlacedHandling.REFUSE, "film.mkv"))
                .withMessageStartingWith("'film.mkv' is telecined (bottom field first, though it does not say so)");
        assertThatCode(() -> telecined.check(InterlacedHandling.DEINTERLACE, "film.mkv"))
                .doesNotThrowAnyException();
        assertThatCode(() -> wronglyFlagged.check(InterlacedHandling.REFUSE, "film.mkv"))
                .doesNotThrowAnyException();
        assertThat(wronglyFlagged.notes()).hasSize(1);
    }
}
