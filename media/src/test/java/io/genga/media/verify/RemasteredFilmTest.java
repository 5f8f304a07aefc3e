package io.genga.media.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.X264Settings;
import io.genga.media.fixture.Remastering;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.GroupOfPictures;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From a source through every stage of this module to a verified film. */
class RemasteredFilmTest {

    private static final EncoderSettings FAST = new X264Settings(23, "veryfast");
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final FilmRecipe PICTURES = FilmRecipe.testPicture(160, 120, 24, 48);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(GroupOfPictures.class)
    void every_kind_of_group_of_pictures_comes_out_whole(GroupOfPictures groups) {
        Path source = PICTURES.grouped(groups).with(new Companion.Sound(440)).make();

        Remastering work = plan(source, FAST, OutputContainer.MATROSKA, HALF_A_SECOND);
        VerifiedFilm verified = FilmVerifier.verify(work.plan(), source, work.film());

        assertThat(verified).isEqualTo(new VerifiedFilm(48, 1, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"1,60000,MATROSKA", "3,700,MATROSKA", "7,200,MATROSKA", "1,60000,MP4", "3,700,MP4", "7,200,MP4"})
    void any_number_of_chunks_makes_the_same_film(int chunks, long chunkMillis, OutputContainer container) {
        Path source = FilmRecipe.testPicture(160, 120, 24, 48)
                .encoded("-x264-params", "keyint=6:min-keyint=6:scenecut=0:bframes=2")
                .with(new Companion.Sound(440))
                .make();

        Remastering work = plan(source, FAST, container, Duration.ofMillis(chunkMillis));
        Path film = work.film();

        assertThat(FilmVerifier.verify(work.plan(), source, film)).isEqualTo(new VerifiedFilm(48, 1, 0, 0));
        assertThat(work.plan().chunks()).hasSizeBetween(chunks == 1 ? 1 : chunks - 1, chunks + 1);
    }
}
