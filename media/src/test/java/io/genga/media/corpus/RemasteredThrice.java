package io.genga.media.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import io.genga.contracts.id.Sha256;
import io.genga.contracts.plan.Rational;
import io.genga.contracts.request.EncoderSettings;
import io.genga.contracts.request.Ffv1Settings;
import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.SourceSelection;
import io.genga.media.ffmpeg.AvRationals;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.Remastering;
import io.genga.media.verify.Check;
import io.genga.media.verify.FilmComparison;
import io.genga.testsupport.film.FilmWitness;
import io.genga.testsupport.film.ShownFilm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Remasters a film whole and in few and in many chunks, and holds each result against the truth. */
record RemasteredThrice(EncoderSettings encoder, OutputContainer container, SourceSelection selection, Path folder) {

    /** Of a film of the corpus, one, three and seven chunks where decoding may start that often; one, one and three where anywhere. */
    private static final List<Duration> CHUNKS =
            List.of(Duration.ofMinutes(1), Duration.ofMillis(600), Duration.ofMillis(170));

    /** @return how many chunks there were, each time */
    List<Integer> check(Path film, ExpectedFilm expected) {
        int video = selection.video() == null ? 0 : selection.video();
        ShownFilm source = FilmWitness.shown(film, video);
        assertThat(source.numbers()).as("numbers in the source").isEqualTo(expected.numbers());
        List<Integer> chunks = new ArrayList<>();
        List<SortedMap<Long, Sha256>> pictures = new ArrayList<>();
        List<ShownFilm> results = new ArrayList<>();
        for (Duration length : CHUNKS) {
            Remastering work = plan(film, length);
            EncodedPictures encoded = new EncodedPictures();
            Path result = work.film(encoded);
            assertThat(Examination.passed(work.plan(), film, result)).isEqualTo(expected.kept());
            if (selection.equals(SourceSelection.EVERYTHING)) { // the comparison knows of no choice
                assertThat(FilmComparison.compare(film, result, frames -> {}).checks())
                        .allMatch(Check::passed);
            }
            ShownFilm shown = FilmWitness.shown(result, video);
            assertThat(shown.numbers()).as("numbers in the result").isEqualTo(expected.numbers());
            assertThat(shown.pts()).as("times of the result").isEqualTo(rounded(source, shown.timeBase()));
            pictures.add(encoded.byPts());
            results.add(shown);
            chunks.add(work.plan().chunks().size());
        }
        assertThat(pictures).as("pictures before they are encoded").containsOnly(pictures.get(0));
        if (encoder instanceof Ffv1Settings) {
            assertThat(results)
                    .extracting(ShownFilm::hashes)
                    .containsOnly(results.get(0).hashes());
        }
        return chunks;
    }

    /** @throws io.genga.media.probe.RefusedMediaException where the film cannot be remastered whole */
    void plan(Path film) {
        plan(film, CHUNKS.get(0));
    }

    private Remastering plan(Path film, Duration length) {
        return Remastering.plan(film, encoder, null, container, selection, length, newFolder());
    }

    private static List<Long> rounded(ShownFilm source, Rational timeBase) {
        return source.pts().stream()
                .map(pts -> av_rescale_q(pts, AvRationals.of(source.timeBase()), AvRationals.of(timeBase)))
                .toList();
    }

    private Path newFolder() {
        try {
            return Files.createTempDirectory(folder, "work");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
